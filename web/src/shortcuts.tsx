/** The keyboard: what each key does, the listener that does it, and the sheet that lists them. */
import { Kbd, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { clearPicked, lassoMode } from './by-hand.js';
import { setHighlight } from './graph/highlight.js';
import { focusNextPart } from './panel-focus.js';
import { palette } from './search/palette-keys.js';
import { selectedEntity } from './selected.js';
import { shareValue } from './shared-value.js';
import { redo, undo } from './steps.js';
import { changeView, currentView, toggleMap } from './view.js';
import './shortcuts.css';

const sheet = shareValue(false);

/** Opens the sheet of shortcuts. */
export const openShortcuts = () => sheet.set(true);

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['/'], 'Search names, lenses, panels, commands'],
  [['Ctrl', 'K'], 'The same, from anywhere'],
  [
    ['F6'],
    'On to the next part of the page, with Shift back: header, graph, filters, selection, panel, time',
  ],
  [['1', '2', '3'], 'Neighbourhood of the selected, that many steps deep'],
  [['M'], 'The map of the world, or the sky again'],
  [['Ctrl', 'Z'], 'Undo the last change of the view: filter, date, selection, panel'],
  [['Shift', 'Ctrl', 'Z'], 'Redo it'],
  [['P', 'N'], 'Previous and next step of a story'],
  [['R'], 'In the graph: the next relation of the entity, with Shift the one before; Enter opens it'],
  [['Space'], 'In the graph: add to the selection, or take out'],
  [['Shift', '↑'], 'In the graph: move an entity, which pins it'],
  [['Alt', 'Enter'], 'In the filters: show only this'],
  [['Esc'], 'Step back: selection, focus, panel'],
  [['Tab'], 'Walk through everything; within the graph and the time strip, arrows walk'],
  [['Enter'], 'Open what has the focus'],
  [['?'], 'This list'],
];
const MOUSE: readonly (readonly [gesture: string, does: string])[] = [
  ['Click', 'Select an entity or a relation'],
  ['Double-click', 'Focus: its neighbourhood alone'],
  ['Shift-click', 'Add to the selection, or take out'],
  ['Shift-drag', 'Draw a lasso: all inside are selected'],
  ['Drag', 'Pin an entity where you drop it'],
  ['Alt-click in the legend', 'Show only this'],
  ['Drop a file', 'Open a graph, or a story'],
];

/** One step back: lasso, what is selected, the selection of several, focus, panel. Says whether there was one. */
export function stepBack(): boolean {
  const view = currentView();
  setHighlight(undefined);
  if (lassoMode.get()) lassoMode.set(false);
  else if (view.select !== undefined) changeView({ select: undefined });
  else if (view.picked !== undefined) clearPicked();
  else if (view.focus !== undefined) changeView({ focus: undefined, depth: undefined });
  else if (view.panel !== undefined) changeView({ panel: undefined });
  else return false;
  return true;
}

/** Switches and sliders are inputs too, but nobody types into them. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable], [role="dialog"]',
  ) !== null;

/** An open menu takes Escape for itself. */
const isMenu = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('[role="menu"], [aria-haspopup][aria-expanded="true"]') !== null;

/** Listens while the page stands. Fields and dialogs keep their keys. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if (!inDialog && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        palette.open();
      } else if (!inDialog && event.key === 'F6') {
        event.preventDefault();
        focusNextPart(event.shiftKey ? -1 : 1);
      }
      if (isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'z') return;
        event.preventDefault();
        (event.shiftKey ? redo : undo)();
      } else if (event.key === '/') {
        event.preventDefault();
        palette.open();
      } else if (event.key === '?') openShortcuts();
      else if (event.key === 'm') toggleMap();
      else if (event.key === 'Escape') {
        if (!isMenu(event.target)) stepBack();
      } else if (/^[1-3]$/.test(event.key)) {
        const { focus, select } = currentView();
        const center = focus ?? selectedEntity(select);
        if (center !== undefined) changeView({ focus: center, depth: event.key });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** The sheet, closed until asked for. */
export function ShortcutSheet() {
  return (
    <Modal
      opened={sheet.use()}
      onClose={() => sheet.set(false)}
      title="Keyboard and mouse"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
      size={460}
    >
      <dl className="shortcuts">
        {KEYS.map(([keys, does]) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        {MOUSE.map(([gesture, does]) => (
          <div key={gesture}>
            <dt>{gesture}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
