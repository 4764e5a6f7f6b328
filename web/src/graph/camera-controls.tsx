/** The buttons over sky and map alike: nearer, farther, all of it, the lasso. */
import { IconFocusCentered, IconLassoPolygon, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ToolButton } from '../buttons.js';
import { lassoMode } from '../by-hand.js';

export function CameraControls(properties: {
  nearer: () => void;
  farther: () => void;
  /** What shows all there is, and how it is called here. */
  home: () => void;
  homeLabel: string;
  children?: ReactNode;
}) {
  const { nearer, farther, home, homeLabel, children } = properties;
  const isLassoOn = lassoMode.use();
  return (
    <fieldset className="sky-controls panel" aria-label="Camera and selection">
      <ToolButton side="left" label="Zoom in" icon={<IconPlus size={16} aria-hidden />} onClick={nearer} />
      <ToolButton side="left" label="Zoom out" icon={<IconMinus size={16} aria-hidden />} onClick={farther} />
      <ToolButton
        side="left"
        label={homeLabel}
        icon={<IconFocusCentered size={16} aria-hidden />}
        onClick={home}
      />
      <ToolButton
        side="left"
        label="Select with a lasso"
        isPressed={isLassoOn}
        icon={<IconLassoPolygon size={16} aria-hidden />}
        onClick={() => lassoMode.set(!isLassoOn)}
      />
      {children}
    </fieldset>
  );
}
