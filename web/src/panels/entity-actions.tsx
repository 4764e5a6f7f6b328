/** What can be done with one entity from its inspector: paths, focus, and by hand select, hide, keep out of paths, unpin. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { hideAll, toggleAvoided, togglePicked, unhide } from '../by-hand.js';
import { unpin, usePins } from '../graph/pins.js';
import { splitIds } from '../id-list.js';
import { changeView, useView } from '../view.js';

export function EntityActions({ id }: { id: string }) {
  const view = useView();
  const pins = usePins();
  const isPicked = splitIds(view.picked).includes(id);
  const isHidden = splitIds(view.hide).includes(id);
  const isAvoided = splitIds(view.avoid).includes(id);
  const plain = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <>
      <Button {...plain} onClick={() => changeView({ panel: 'paths', from: id, select: undefined })}>
        Path from here
      </Button>
      <Button {...plain} onClick={() => changeView({ panel: 'paths', to: id, select: undefined })}>
        Path to here
      </Button>
      {view.focus === id ? (
        <Button {...plain} onClick={() => changeView({ focus: undefined, depth: undefined })}>
          Leave focus
        </Button>
      ) : (
        <Button {...plain} onClick={() => changeView({ focus: id, depth: '1' })}>
          Focus
        </Button>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button {...plain} rightSection={<IconChevronDown size={13} aria-hidden />}>
            By hand
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => togglePicked(id)}>
            {isPicked ? 'Take out of the selection' : 'Add to the selection'}
          </Menu.Item>
          <Menu.Item onClick={() => (isHidden ? unhide(id) : hideAll([id]))}>
            {isHidden ? 'Show on the sky again' : 'Hide on the sky'}
          </Menu.Item>
          <Menu.Item onClick={() => toggleAvoided(id)}>
            {isAvoided ? 'Let paths pass through it' : 'Leave out of paths'}
          </Menu.Item>
          {pins.has(id) ? <Menu.Item onClick={() => unpin([id])}>Unpin</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
