/** Keeps something lit in the graph until it is pressed again, or until what it stands for changes. */
import { Button } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Highlight } from '../graph/highlight.js';
import { sameLight, setSpotlight, useSpotlight } from './lights.js';

export function SpotlightButton({ light, label }: { light: Highlight; label: string }) {
  const spotlight = useSpotlight();
  const isLit = sameLight(light, spotlight);
  const last = useRef(light);
  // A new answer behind the same button: the light of the old one goes out.
  useEffect(() => {
    if (!sameLight(last.current, light) && sameLight(last.current, spotlight)) setSpotlight(undefined);
    last.current = light;
  }, [light, spotlight]);
  return (
    <Button
      size="compact-sm"
      variant={isLit ? 'filled' : 'default'}
      leftSection={<IconFocus2 size={14} aria-hidden />}
      aria-pressed={isLit}
      aria-label={label}
      onClick={() => setSpotlight(isLit ? undefined : light)}
    >
      Spotlight
    </Button>
  );
}
