/** The command palette: entities from the server's search, lenses, panels, commands, in one list under one field. */
import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconCommand, IconLayoutSidebarRight, IconSearch, IconTelescope } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import { chooseFile } from '../drop/take-file.js';
import { useGraphAnswer } from '../graph/graph-answer.js';
import { flyTo } from '../graph/highlight.js';
import { closeOpened, openedId } from '../opened-graph.js';
import { PANELS } from '../panel-host.js';
import { KindDot } from '../panels/kind-badge.js';
import { copyLink } from '../share/copy-link.js';
import { openShortcuts } from '../shortcuts.js';
import { redo, undo } from '../steps.js';
import { useScheme } from '../use-scheme.js';
import { changeView, currentView, toggleMap, useView, type View } from '../view.js';
import { palette, paletteStore, useEarlyLetters, useMarkedRow } from './palette-keys.js';

const TYPING_REST_MS = 140;
const HITS = 12;

interface Command {
  id: string;
  label: string;
  words: string;
  run(): void;
}

/** Whether every word that was typed begins a word of the command. */
export function fits(query: string, text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}

export function Palette({ meta, hint }: { meta: Answer<'meta'>; hint: string }) {
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const [asked] = useDebouncedValue(typed, TYPING_REST_MS);
  const search = useAnswer('search', { q: asked, limit: HITS, allTypes: true }, { enabled: asked !== '' });
  const view = useView();
  const scheme = useScheme();
  const { setColorScheme } = useMantineColorScheme();
  const loaded = useGraphAnswer().data;

  const lenses = [...meta.ontology.lenses].map(({ id, label, description }) => ({
    id: `lens ${id}`,
    label: `Lens: ${label}`,
    words: description,
    run: () => changeView({ lens: id === meta.ontology.defaultLens ? undefined : id, camera: undefined }),
  }));
  const panels = Object.entries(PANELS).map(([id, { title }]) => ({
    id: `panel ${id}`,
    label: title,
    words: id === 'names' ? 'list of names lines clipboard' : 'Open the panel',
    run: () => changeView({ panel: id, select: undefined }),
  }));
  const other = scheme === 'dark' ? 'light' : 'dark';
  const commands: Command[] = [
    {
      id: 'theme',
      label: `Use the ${other} theme`,
      words: 'theme colours dark light',
      run: () => setColorScheme(other),
    },
    {
      id: 'copy',
      label: 'Copy link to this view',
      words: 'share permalink address',
      run: () => void copyLink(currentView(), meta.revision),
    },
    {
      id: 'reset',
      label: 'Reset the view',
      words: 'clear all filters selection camera start over',
      run: () =>
        changeView(
          Object.fromEntries(Object.keys(currentView()).map((field) => [field as keyof View, undefined])),
        ),
    },
    {
      id: 'map',
      label: view.map === undefined ? 'Show the map' : 'Back to the sky',
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
  const found = (list: Command[]) => list.filter(({ label, words }) => fits(typed, `${label} ${words}`));
  const groups = [
    { title: 'Panels', icon: <IconLayoutSidebarRight size={17} stroke={1.6} />, list: found(panels) },
    { title: 'Lenses', icon: <IconTelescope size={17} stroke={1.6} />, list: found(lenses) },
    { title: 'Commands', icon: <IconCommand size={17} stroke={1.6} />, list: found(commands) },
  ].filter(({ list }) => list.length > 0);
  // Whoever types the beginning of a command means it; otherwise names come first.
  const isCalled = ({ label }: Command) =>
    typed.length > 1 && label.toLowerCase().replace(':', '').startsWith(typed.toLowerCase());
  const [called, others] = [true, false].map((yes) =>
    groups.filter(({ list }) => list.some(isCalled) === yes),
  );
  const hits = typed === '' ? [] : (search.data?.hits ?? []);
  const busy = typed !== '' && (search.isFetching || search.isPlaceholderData || asked !== typed);

  // Enter before the answer has come: the first hit is chosen when it does.
  const [hasty, setHasty] = useState(false);
  const choose = (id: string) => {
    const inLens = loaded?.entities.id.includes(id) === true;
    // What the lens leaves out would be selected unseen: show everything instead.
    changeView({ select: `entity:${id}`, ...(inLens ? {} : { lens: 'everything' }) });
    flyTo(id);
  };

  const first = hits[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: chooses once, when the answer to a hasty Enter is there
  useEffect(() => {
    if (!hasty || busy) return;
    setHasty(false);
    if (first === undefined) return;
    choose(first);
    palette.close();
  }, [hasty, busy, first]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) {
      setHasty(false);
      return;
    }
    // Before anything is typed no row is meant.
    if (typed === '') return;
    // A marked row is Mantine's to choose. Without one the answer is still on its way.
    const list = event.currentTarget.closest('.mantine-Spotlight-content');
    if (list?.querySelector('[data-selected]') === null) setHasty(busy);
  };
  useEarlyLetters(setQuery, () => setHasty(query.trim() !== ''));
  const said = useMarkedRow(
    [...hits, ...called!.flatMap(({ list }) => list), ...others!.flatMap(({ list }) => list)]
      .map(({ id }) => id)
      .join(),
    typed,
  );
  const rows = ({ title, icon, list }: (typeof groups)[number]) => (
    <Spotlight.ActionsGroup key={title} label={title}>
      {list.map(({ id, label, words, run }) => (
        <Spotlight.Action key={id} onClick={run}>
          <span className="palette-hit">
            {icon}
            <span>
              {label}
              {title === 'Lenses' && <small>{words}</small>}
            </span>
            {id === `panel ${view.panel}` && <em>open</em>}
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      store={paletteStore}
      shortcut={null}
      clearQueryOnClose
      scrollable
      maxHeight={460}
      size={600}
      // No blur: over a canvas that moves it costs every frame where there is no GPU.
      overlayProps={{ blur: 0, backgroundOpacity: 0.42 }}
      transitionProps={{ transition: 'fade', duration: 110 }}
    >
      <Spotlight.Search
        placeholder={hint}
        aria-label="Search names, lenses, panels and commands"
        onKeyDown={onKeyDown}
        leftSection={<IconSearch size={19} stroke={1.6} aria-hidden />}
      />
      <span className="visually-hidden" role="status">
        {said}
      </span>
      <Spotlight.ActionsList>
        {search.isError && typed !== '' && (
          <p className="palette-word" role="alert">
            {search.error.message}
          </p>
        )}
        {called!.map(rows)}
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label="Entities">
            {hits.map(({ id, name, kind, matched }) => (
              <Spotlight.Action
                key={id} // While the next answer is awaited these rows still answer the last letters.
                onClick={() => (busy ? setHasty(true) : choose(id))}
                closeSpotlightOnTrigger={!busy}
                highlightQuery={false}
              >
                <span className="palette-hit">
                  <KindDot kind={kind} />
                  <span>
                    {name}
                    {matched !== name && (
                      <small lang={/\p{Script=Han}/u.test(matched) ? 'zh' : undefined}>{matched}</small>
                    )}
                  </span>
                  <em>{meta.ontology.kinds.find((record) => record.id === kind)?.label ?? kind}</em>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {others!.map(rows)}
        {hits.length === 0 && groups.length === 0 && !busy && (
          <Spotlight.Empty>
            Nobody and nothing here is called “{typed}”. Try fewer letters, pinyin without tones, or a unit
            code.
          </Spotlight.Empty>
        )}
        {busy && hits.length === 0 && <Spotlight.Empty>Looking…</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
