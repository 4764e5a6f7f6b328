/** The graph's equal: the same visible entities and relations as tables that a keyboard and a screen reader can walk. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { confidenceText } from '../../../src/model/grading.js';
import { periodText } from '../../../src/model/period-text.js';
import { SmallButton } from '../buttons.js';
import { pickAll } from '../by-hand.js';
import { countText } from '../count-text.js';
import { flyTo } from '../graph/highlight.js';
import { type ShownGraph, useShown } from '../graph/use-shown.js';
import { litOnHover } from '../panels/lights.js';
import { EntityLink, SelectLink } from '../panels/selection.js';
import { MARK_WORDS, type TimeMark } from '../time/moments.js';
import './table-panel.css';

const PAGE_ROWS = 100;

export function TablePanel() {
  const graph = useShown();
  const [what, setWhat] = useState<'entities' | 'relations'>('entities');
  const [text, setText] = useState('');
  const [pages, setPages] = useState(1);
  if (graph === undefined) return null;
  const { visibleEntities, visibleRelations } = graph.shown;
  const rows = what === 'entities' ? entityRows(graph, text) : relationRows(graph, text);
  const some = rows.slice(0, pages * PAGE_ROWS);
  return (
    <div className="table-panel">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Rows"
        value={what}
        onChange={(next) => {
          setWhat(next as typeof what);
          setPages(1);
        }}
        data={[
          { value: 'entities', label: countText.entities(visibleEntities) },
          { value: 'relations', label: countText.relations(visibleRelations) },
        ]}
      />
      <TextInput
        size="xs"
        aria-label="Keep rows with these words"
        placeholder="Keep rows with these words"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {what === 'entities' && rows.length > 0 && (
        <SmallButton onClick={() => pickAll(rows.map((row) => graph.columns.entities.id[row]!))}>
          Select {rows.length === 1 ? 'this one' : `these ${rows.length.toLocaleString('en')}`}
        </SmallButton>
      )}
      {what === 'entities' ? (
        <table>
          <caption className="visually-hidden">Visible entities, most connected first</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col" className="table-number">
                Ties
              </th>
            </tr>
          </thead>
          <tbody>
            {some.map((row) => (
              <EntityRow key={row} row={row} graph={graph} />
            ))}
          </tbody>
        </table>
      ) : (
        <table>
          <caption className="visually-hidden">Visible relations</caption>
          <thead>
            <tr>
              <th scope="col">Relation</th>
              <th scope="col">When</th>
              <th scope="col" className="table-number">
                Confidence
              </th>
            </tr>
          </thead>
          <tbody>
            {some.map((row) => (
              <RelationRow key={row} row={row} graph={graph} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 && <p className="muted">No visible row has these words.</p>}
      {rows.length > some.length && (
        <button type="button" className="link" onClick={() => setPages(pages + 1)}>
          Show {Math.min(PAGE_ROWS, rows.length - some.length)} more of {rows.length.toLocaleString('en')}
        </button>
      )}
    </div>
  );
}

const degrees = new WeakMap<ShownGraph, Uint32Array>();

/** Visible ties of each entity. */
function tiesOf(graph: ShownGraph): Uint32Array {
  const known = degrees.get(graph);
  if (known !== undefined) return known;
  const { relations, entities } = graph.columns;
  const counts = new Uint32Array(entities.id.length);
  relations.id.forEach((_, row) => {
    if (graph.shown.relations[row] !== 0) return;
    counts[relations.from[row]!]!++;
    counts[relations.to[row]!]!++;
  });
  degrees.set(graph, counts);
  return counts;
}

/** What the date, or two that are compared, say of a row; the graph says it by colour. */
const Mark = ({ mark }: { mark: TimeMark | undefined }) =>
  mark === undefined ? null : (
    <span className="table-mark" data-mark={mark}>
      {' '}
      {MARK_WORDS[mark]}
    </span>
  );

const label = (graph: ShownGraph, kind: string) =>
  graph.ontology.kinds.find(({ id }) => id === kind)?.label ?? kind;
const typeLabel = (graph: ShownGraph, type: string) =>
  graph.ontology.types.find(({ id }) => id === type)?.label ?? type;
const words = (mark: TimeMark | undefined) => (mark === undefined ? '' : MARK_WORDS[mark]);
const holdsWords = (text: string, words: string) => words.toLowerCase().includes(text.trim().toLowerCase());

function entityRows(graph: ShownGraph, text: string): number[] {
  const { entities } = graph.columns;
  const ties = tiesOf(graph);
  return entities.id
    .flatMap((_, row) =>
      graph.shown.entities[row] === 0 &&
      holdsWords(
        text,
        `${entities.name[row]} ${label(graph, entities.kind[row]!)} ${words(graph.shown.entityMarks[row])}`,
      )
        ? [row]
        : [],
    )
    .sort((a, b) => ties[b]! - ties[a]! || a - b);
}

function relationRows(graph: ShownGraph, text: string): number[] {
  const { entities, relations } = graph.columns;
  return relations.id.flatMap((_, row) =>
    graph.shown.relations[row] === 0 &&
    holdsWords(
      text,
      `${entities.name[relations.from[row]!]} ${typeLabel(graph, relations.type[row]!)} ${entities.name[relations.to[row]!]} ${words(graph.shown.relationMarks[row])}`,
    )
      ? [row]
      : [],
  );
}

function EntityRow({ row, graph }: { row: number; graph: ShownGraph }) {
  const { entities } = graph.columns;
  const id = entities.id[row]!;
  return (
    <tr {...litOnHover({ entities: [id] })} onDoubleClick={() => flyTo(id)}>
      <th scope="row">
        <EntityLink id={id} name={entities.name[row]!} kind={entities.kind[row]!} />
        <Mark mark={graph.shown.entityMarks[row]} />
      </th>
      <td className="muted">{label(graph, entities.kind[row]!)}</td>
      <td className="table-number">{tiesOf(graph)[row]}</td>
    </tr>
  );
}

function RelationRow({ row, graph }: { row: number; graph: ShownGraph }) {
  const { entities, relations } = graph.columns;
  const id = relations.id[row]!;
  const confidence = relations.confidence[row]!;
  return (
    <tr {...litOnHover({ relations: [id] })}>
      <th scope="row">
        <SelectLink what="relation" id={id}>
          {entities.name[relations.from[row]!]} <em>{typeLabel(graph, relations.type[row]!)}</em>{' '}
          {entities.name[relations.to[row]!]}
        </SelectLink>
        <Mark mark={graph.shown.relationMarks[row]} />
        {relations.disputed[row] && <span className="table-disputed"> disputed</span>}
      </th>
      <td className="muted">{periodText(relations.period[row]!)}</td>
      <td className="table-number">{confidence === null ? 'not judged' : confidenceText(confidence)}</td>
    </tr>
  );
}
