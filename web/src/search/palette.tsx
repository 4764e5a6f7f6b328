/** The command palette: entities from the server's search, lenses, panels, commands, in one list under one field. */
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import { useGraphAnswer } from '../graph/graph-answer.js';
import { flyTo } from '../graph/highlight.js';
import { useHastyEnter } from '../hasty-enter.js';
import { KindDot } from '../panels/kind-badge.js';
import { changeView, useView } from '../view.js';
import { type CommandGroup, commandsFor, useCommands } from './commands.js';
import { hasMarkedRow, palette, paletteStore, useEarlyLetters, useMarkedRow } from './palette-keys.js';

const TYPING_REST_MS = 140;
const HITS = 12;

type Meta = Answer<'meta'>;
type Hit = Answer<'search'>['hits'][number];

export function Palette({ meta, hint }: { meta: Meta; hint: string }) {
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const { hits, isBusy, fault } = useHits(typed);
  const { called, others } = commandsFor(typed, useCommands(meta));
  const select = useSelect();
  const setHasty = useHastyEnter(isBusy, hits[0]?.id, (id) => {
    select(id);
    palette.close();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) setHasty(false);
    // Before anything is typed no row is meant. A marked row is Mantine's to choose; without one the answer is still on its way.
    else if (typed !== '' && !hasMarkedRow()) setHasty(isBusy);
  };
  useEarlyLetters(setQuery, () => setHasty(typed !== ''));
  const commands = [...called, ...others].flatMap(({ list }) => list);
  const said = useMarkedRow([...hits, ...commands].map(({ id }) => id).join(), typed);
  const isEmpty = hits.length === 0 && commands.length === 0;
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
        {fault !== undefined && (
          <p className="palette-word" role="alert">
            {fault}
          </p>
        )}
        <CommandRows groups={called} />
        {hits.length > 0 && (
          <EntityRows
            hits={hits}
            meta={meta}
            // While the next answer is awaited these rows still answer the last letters.
            choose={(id) => (isBusy ? setHasty(true) : select(id))}
            isFinal={!isBusy}
          />
        )}
        <CommandRows groups={others} />
        {isEmpty && !isBusy && (
          <Spotlight.Empty>
            Nobody and nothing here is called “{typed}”. Try fewer letters, pinyin without tones, or a unit
            code.
          </Spotlight.Empty>
        )}
        {isBusy && hits.length === 0 && <Spotlight.Empty>Looking…</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Whom the letters name, once typing rests; busy until the answer is that of these letters. */
function useHits(typed: string): { hits: readonly Hit[]; isBusy: boolean; fault: string | undefined } {
  const [asked] = useDebouncedValue(typed, TYPING_REST_MS);
  const search = useAnswer('search', { q: asked, top: HITS, allTypes: true }, { enabled: asked !== '' });
  if (typed === '') return { hits: [], isBusy: false, fault: undefined };
  return {
    hits: search.data?.hits ?? [],
    isBusy: search.isFetching || search.isPlaceholderData || asked !== typed,
    fault: search.error?.message,
  };
}

/** Selects an entity. What the lens leaves out would be selected unseen: everything is shown instead. */
function useSelect(): (id: string) => void {
  const loaded = useGraphAnswer().data;
  return (id) => {
    const isInLens = loaded?.entities.id.includes(id) === true;
    changeView({ select: `entity:${id}`, ...(isInLens ? {} : { lens: 'everything' }) });
    flyTo(id);
  };
}

function CommandRows({ groups }: { groups: readonly CommandGroup[] }) {
  const { panel } = useView();
  return groups.map(({ title, icon, list }) => (
    <Spotlight.ActionsGroup key={title} label={title}>
      {list.map(({ id, label, about, run }) => (
        <Spotlight.Action key={id} onClick={run}>
          <span className="palette-hit">
            {icon}
            <span>
              {label}
              {about !== undefined && <small>{about}</small>}
            </span>
            {id === `panel ${panel}` && <em>open</em>}
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  ));
}

function EntityRows(properties: {
  hits: readonly Hit[];
  meta: Meta;
  choose: (id: string) => void;
  isFinal: boolean;
}) {
  const { hits, meta, choose, isFinal } = properties;
  return (
    <Spotlight.ActionsGroup label="Entities">
      {hits.map(({ id, name, kind, matched }) => (
        <Spotlight.Action
          key={id}
          onClick={() => choose(id)}
          closeSpotlightOnTrigger={isFinal}
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
  );
}
