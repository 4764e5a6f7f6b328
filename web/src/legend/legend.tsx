/** The legend, which is the filter: kinds, families, statuses, collections with counts, confidence; above it the filters in use. */
import { Slider, Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { slotColor, useColors } from '../graph/dress.js';
import { FILTER_FIELDS, type FilterName, listed, passesOthers, withDescendants } from '../graph/filter.js';
import { entityName } from '../graph/graph-answer.js';
import { iconAddress, iconName } from '../graph/icons.js';
import { type ShownGraph, useShown } from '../graph/use-shown.js';
import { familyColor, INK, kindColor } from '../theme.js';
import { useViewInTime } from '../time/played.js';
import { useScheme } from '../use-scheme.js';
import { changeView, useView } from '../view.js';
import { activeFilters } from './active-filters.js';
import { DressControls } from './dress-controls.js';
import { afterClick, filterText, type Group, stateOf } from './facets.js';
import { familyGroups, kindGroups } from './groups.js';
import { TimeKey } from './time-key.js';
import './legend.css';

export const STATUS_LABELS = {
  actual: 'Actual',
  planned: 'Planned',
  hypothetical: 'Hypothetical',
  proposed: 'Proposed',
};

export function Legend({ meta }: { meta: Answer<'meta'> }) {
  const graph = useShown();
  const { colors } = useColors();
  const view = useView();
  const scheme = useScheme();
  if (graph === undefined) return null;
  const { ontology } = meta;
  const { entities, relations } = graph.columns;
  const kinds = kindGroups(ontology);
  const families = familyGroups(ontology);
  const statuses = Object.entries(STATUS_LABELS).map(([id, label]) => ({ id, label, members: [id] }));
  const collections = meta.collections.map(({ id, title }) => ({ id, label: title, members: [id] }));
  const shownKinds = listed(view.kind);
  // A kind shows the colour of its stars as long as they wear it.
  const swatchColor = (kind: string) =>
    colors?.by === 'kind' ? kindColor(ontology, kind, scheme) : INK[scheme].muted;

  return (
    <section className="panel legend" aria-label="Legend and filters">
      <Chips graph={graph} />
      <div className="legend-scroll">
        <TimeKey graph={graph} />
        <DressControls />
        <Facet
          title="Kinds"
          of="entities"
          filter="kind"
          groups={kinds}
          shown={shownKinds && withDescendants(ontology, shownKinds)}
          counts={tally(entities.kind, graph.shown.entities, 'kind')}
          whole={({ id }) => id}
          swatch={({ id }, on) => (
            <span className="swatch" style={{ background: on ? swatchColor(id) : 'transparent' }}>
              <img
                src={iconAddress(iconName(ontology, id), on ? INK[scheme].onKind : INK[scheme].muted)}
                alt=""
                width={13}
                height={13}
              />
            </span>
          )}
        />
        <Facet
          title="Ties"
          of="relations"
          filter="type"
          groups={families}
          shown={listed(view.type)}
          counts={tally(relations.type, graph.shown.relations, 'type')}
          swatch={({ members }, on) => (
            <span
              className="swatch-line"
              style={{ background: on ? familyColor(ontology, members[0] ?? '', scheme) : 'var(--hairline)' }}
            />
          )}
        />
        <Facet
          title="Status"
          of="relations"
          filter="status"
          groups={statuses}
          shown={listed(view.status)}
          counts={tally(relations.status, graph.shown.relations, 'status')}
          swatch={({ id }) => <StatusLine status={id} />}
        />
        {collections.length > 1 && (
          <Facet
            title="Collections"
            of="relations"
            filter="collection"
            groups={collections}
            shown={listed(view.collection)}
            counts={tally(relations.collection, graph.shown.relations, 'collection')}
            swatch={({ id }) => {
              const slot = colors?.groups.find((group) => group.id === id)?.slot;
              return slot === undefined || colors?.by !== 'collection' ? null : (
                <span className="swatch-dot" style={{ background: slotColor(slot, scheme) }} />
              );
            }}
          />
        )}
        <Confidence graph={graph} />
        <EveryTie graph={graph} meta={meta} />
        <p className="legend-key">
          <StatusLine status="disputed" /> disputed <span className="legend-thin" aria-hidden /> thin: less
          confident
        </p>
      </div>
    </section>
  );
}

/** Where the graph has ties along which nothing passes: whether they count. */
function EveryTie({ graph, meta }: { graph: ShownGraph; meta: Answer<'meta'> }) {
  const { allTypes } = useView();
  const counts = new Map<string, number>();
  for (const type of graph.columns.relations.type) counts.set(type, (counts.get(type) ?? 0) + 1);
  const frequent = meta.ontology.types
    .filter(({ id, conduit }) => !conduit && counts.has(id))
    .sort((a, b) => counts.get(b.id)! - counts.get(a.id)!)
    .slice(0, 3)
    .map(({ label }) => `“${label}”`);
  if (frequent.length === 0) return null;
  return (
    <Switch
      size="xs"
      className="legend-switch"
      label="Count every tie"
      description={`Ties along which nothing passes (${frequent.join(', ')}) stay out of paths and rankings unless this is on`}
      checked={allTypes === 'true'}
      onChange={({ currentTarget }) => changeView({ allTypes: currentTarget.checked ? 'true' : undefined })}
    />
  );
}

/** Rows by value, of those that the other filters let pass; 0 for a value of which there are rows, none of them passing. */
function tally(
  values: readonly string[],
  bits: Uint16Array,
  filter: FilterName,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  values.forEach((value, row) => {
    counts.set(value, (counts.get(value) ?? 0) + (passesOthers(bits[row]!, filter) ? 1 : 0));
  });
  return counts;
}

interface FacetProps {
  title: string;
  /** What its figures count. */
  of: 'entities' | 'relations';
  filter: 'kind' | 'type' | 'status' | 'collection';
  groups: readonly Group[];
  shown: ReadonlySet<string> | undefined;
  counts: ReadonlyMap<string, number>;
  whole?: (group: Group) => string | undefined;
  swatch: (group: Group, on: boolean) => ReactNode;
}

function Facet({ title, of, filter, groups, shown, counts, whole, swatch }: FacetProps) {
  const rows = groups
    .map((group) => ({ group, count: group.members.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0) }))
    // What the loaded graph does not hold needs no switch; what only other filters hide keeps its place.
    .filter(({ group }) => group.members.some((member) => counts.has(member)));
  if (rows.length === 0) return null;
  const filterBy = (group: Group, how: 'toggle' | 'isolate') =>
    changeView({ [filter]: filterText(groups, afterClick(groups, shown, group.id, how), whole) });
  return (
    <fieldset className="facet">
      <legend className="eyebrow">
        {title} <span className="facet-of">{of}</span>
      </legend>
      {rows.map(({ group, count }) => {
        const state = stateOf(group, shown);
        return (
          <button
            key={group.id}
            type="button"
            className="facet-row"
            aria-pressed={state === 'some' ? 'mixed' : state === 'on'}
            title="Click to hide or show, Alt-click or Alt+Enter to show only this"
            aria-keyshortcuts="Alt+Enter"
            onClick={(event) => filterBy(group, event.altKey ? 'isolate' : 'toggle')}
            // Browsers click on Enter alone.
            onKeyDown={(event) => {
              if (!event.altKey || event.key !== 'Enter') return;
              event.preventDefault();
              filterBy(group, 'isolate');
            }}
          >
            {swatch(group, state !== 'off')}
            <span className="facet-label">{group.label}</span>{' '}
            <span className="number muted">{count.toLocaleString('en')}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

/** The line that the graph draws for a status. */
function StatusLine({ status }: { status: string }) {
  return (
    <svg
      className={`status-line status-${status}`}
      viewBox="0 0 22 6"
      width="22"
      height="6"
      aria-hidden="true"
    >
      <line x1="1" y1="3" x2="21" y2="3" />
    </svg>
  );
}

const leastText = (least: number) => (least === 0 ? 'any' : least.toFixed(2));

function Confidence({ graph }: { graph: ShownGraph }) {
  const view = useView();
  const value = view.minConfidence === undefined ? 0 : Number(view.minConfidence);
  const unjudged = graph.columns.relations.confidence.filter((one) => one === null).length;
  return (
    <fieldset className="facet confidence">
      <legend className="eyebrow">Least confidence</legend>
      <Slider
        size="sm"
        min={0}
        max={1}
        step={0.05}
        value={Number.isFinite(value) ? value : 0}
        label={leastText}
        thumbLabel="Least confidence"
        thumbValueText={leastText}
        onChange={(least) =>
          changeView(
            { minConfidence: least === 0 ? undefined : String(Number(least.toFixed(2))) },
            { fold: 'minConfidence' },
          )
        }
      />
      {unjudged > 0 && (
        <p className="muted small">
          {unjudged.toLocaleString('en')} cannot be judged{value > 0 ? ' and are hidden' : ''}
        </p>
      )}
    </fieldset>
  );
}

function Chips({ graph }: { graph: ShownGraph }) {
  const view = useViewInTime();
  const filters = activeFilters(view, graph.ontology, graph.shown, entityName);
  if (filters.length === 0) return null;
  return (
    <div className="chips">
      <h2 className="eyebrow">In use</h2>
      <ul aria-label="Filters in use">
        {filters.map(({ text, hides, fields, keeps }) => (
          <li key={`${text} ${keeps?.hide ?? ''}`}>
            <button
              type="button"
              className="chip"
              aria-label={`${text} ${hides}, drop this filter`}
              onClick={() =>
                changeView({ ...Object.fromEntries(fields.map((field) => [field, undefined])), ...keeps })
              }
            >
              <span>
                {text} {hides !== '' && <small>{hides}</small>}
              </span>
              <IconX size={13} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {filters.length > 1 && (
        <button
          type="button"
          className="link small"
          onClick={() =>
            changeView(
              Object.fromEntries(
                [...FILTER_FIELDS, 'community', 'without'].map((field) => [field, undefined]),
              ),
            )
          }
        >
          Drop all
        </button>
      )}
    </div>
  );
}
