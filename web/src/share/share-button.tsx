/** The button of the header that opens what can be taken away; the menu is loaded when it is first opened. */
import { ActionIcon, Popover } from '@mantine/core';
import { IconShare2 } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { PanelSkeleton } from '../panel-host.js';

const ShareMenu = lazy(() => import('./share-menu.js').then((part) => ({ default: part.ShareMenu })));

export function ShareButton({ meta }: { meta: Answer<'meta'> }) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Share and export"
          title={opened ? undefined : 'Share and export'}
          onClick={() => setOpened(!opened)}
        >
          <IconShare2 size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Share and export">
        <Suspense fallback={<PanelSkeleton />}>
          <ShareMenu meta={meta} close={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
