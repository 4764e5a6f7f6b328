/** What the palette can do beside finding names: open a panel, change the lens, run a command. */
import { IconCommand, IconLayoutSidebarRight, IconTelescope } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { chooseFile } from '../drop/take-file.js';
import { lensesOf, lookThrough } from '../lenses.js';
import { closeOpened, openedId } from '../opened-graph.js';
import { PANELS } from '../panel-host.js';
import { copyAndTell } from '../share/copy-link.js';
import { openShortcuts } from '../shortcuts.js';
import { redo, undo } from '../steps.js';
import { useOtherScheme } from '../use-scheme.js';
import { changeView, currentView, toggleMap, useView, type View } from '../view.js';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Further words that find it. */
  readonly words: string;
  /** What it is, where the label does not say it. */
  readonly about?: string;
  run(): void;
}

export interface CommandGroup {
  readonly title: string;
  readonly icon: ReactNode;
  readonly list: readonly Command[];
}

/** All that can be called now, in groups. */
export function useCommands({ ontology, revision }: Answer<'meta'>): readonly CommandGroup[] {
  const { map } = useView();
  const { other, changeScheme } = useOtherScheme();
  const panels = Object.entries(PANELS).map(([id, { title }]) => ({
    id: `panel ${id}`,
    label: title,
    words: id === 'names' ? 'list of names lines clipboard' : 'Open the panel',
    run: () => changeView({ panel: id, select: undefined }),
  }));
  const lenses = lensesOf(ontology).map(({ id, label, description }) => ({
    id: `lens ${id}`,
    label: `Lens: ${label}`,
    words: description,
    about: description,
    run: () => lookThrough(id, ontology),
  }));
  const commands: Command[] = [
    {
      id: 'theme',
      label: `Use the ${other} theme`,
      words: 'theme colours dark light',
      run: changeScheme,
    },
    {
      id: 'copy',
      label: 'Copy link to this view',
      words: 'share permalink address',
      run: () => void copyAndTell(currentView(), revision),
    },
    {
      id: 'reset',
      label: 'Reset the view',
      words: 'clear all filters selection camera start over',
      run: resetView,
    },
    {
      id: 'map',
      label: map === undefined ? 'Show the map' : 'Back to the sky',
      words: 'world map places geography sky graph',
      run: toggleMap,
    },
    {
      id: 'open-file',
      label: 'Open a graph file…',
      words: 'drop import load gexf graphml csv gml pajek json own data',
      run: chooseFile,
    },
    ...(openedId() === undefined
      ? []
      : [{ id: 'served', label: 'Back to the served graph', words: 'close bundled file', run: closeOpened }]),
    { id: 'undo', label: 'Undo the last change of the view', words: 'back take', run: undo },
    { id: 'redo', label: 'Redo what was undone', words: 'forward again', run: redo },
    { id: 'keys', label: 'Keyboard shortcuts', words: 'help keys', run: openShortcuts },
  ];
  return [
    { title: 'Panels', icon: <IconLayoutSidebarRight size={17} stroke={1.6} />, list: panels },
    { title: 'Lenses', icon: <IconTelescope size={17} stroke={1.6} />, list: lenses },
    { title: 'Commands', icon: <IconCommand size={17} stroke={1.6} />, list: commands },
  ];
}

function resetView(): void {
  const fields = Object.keys(currentView()) as (keyof View)[];
  changeView(Object.fromEntries(fields.map((field) => [field, undefined])));
}

/**
 * The groups with what fits the letters typed. Whoever types the beginning of a command means it: groups that are so called go before
 * the names, the others behind.
 */
export function commandsFor(typed: string, groups: readonly CommandGroup[]) {
  const isCalled = ({ label }: Command) =>
    typed.length > 1 && label.toLowerCase().replace(':', '').startsWith(typed.toLowerCase());
  const found = groups
    .map((group) => ({
      ...group,
      list: group.list.filter(({ label, words }) => fits(typed, `${label} ${words}`)),
    }))
    .filter(({ list }) => list.length > 0);
  return {
    called: found.filter(({ list }) => list.some(isCalled)),
    others: found.filter(({ list }) => !list.some(isCalled)),
  };
}

/** Whether every word that was typed begins a word of the command. */
function fits(typed: string, text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}
