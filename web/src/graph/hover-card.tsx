/** The card beside what the pointer is on: who it is, since when, its strongest visible ties. Only for the eye: the table and the inspector say it to everyone. */
import type { ReactNode } from 'react';
import { confidenceText } from '../../../src/model/grading.js';
import { periodText } from '../../../src/model/period-text.js';
import { KindDot } from '../panels/kind-badge.js';
import { MARK_WORDS } from '../time/moments.js';
import { useView } from '../view.js';
import { bundleEnds } from './build-graph.js';
import { hiddenNeighbors } from './expansions.js';
import type { Pointed } from './gestures.js';
import { namesOf } from './names.js';
import type { ShownGraph } from './use-shown.js';
import './hover-card.css';

const TOP_TIES = 5;
/** The widest that the style sheet lets a card be, with some air. */
const WIDEST_PX = 306;

export interface Spot {
  x: number;
  y: number;
  /** Space to keep from the spot. */
  off: number;
}

export function HoverCard({ pointed, graph, spot }: { pointed: Pointed; graph: ShownGraph; spot: Spot }) {
  const content =
    pointed.entity !== undefined ? (
      <EntityWords id={pointed.entity} graph={graph} />
    ) : pointed.relation !== undefined ? (
      <TieWords id={pointed.relation} graph={graph} />
    ) : null;
  if (content === null) return null;
  return <Card spot={spot}>{content}</Card>;
}

/** Stands right of the spot, or left of it where the right has no room; never below the lower edge. */
export function Card({ spot, children }: { spot: Spot; children: ReactNode }) {
  const flip = spot.x + spot.off + WIDEST_PX > window.innerWidth;
  const low = spot.y > window.innerHeight * 0.55;
  return (
    <div
      className="panel hover-card"
      aria-hidden
      style={{
        left: flip ? 'auto' : spot.x + spot.off,
        right: flip ? `calc(100% - ${spot.x - spot.off}px)` : 'auto',
        top: low ? 'auto' : spot.y - 14,
        bottom: low ? `calc(100% - ${spot.y + 14}px)` : 'auto',
      }}
    >
      {children}
    </div>
  );
}

export function EntityWords({ id, graph: { columns, ontology, shown } }: { id: string; graph: ShownGraph }) {
  const { entities, relations } = columns;
  const { names } = useView();
  const row = entities.id.indexOf(id);
  if (row < 0) return null;
  const kind = entities.kind[row]!;
  const ties = relations.id
    .flatMap((_, tie) =>
      shown.relations[tie] === 0 && (relations.from[tie] === row || relations.to[tie] === row) ? [tie] : [],
    )
    .sort((a, b) => (relations.confidence[b] ?? -1) - (relations.confidence[a] ?? -1) || a - b);
  const [first] = namesOf(columns, row, names);
  const others = namesOf(columns, row, 'both').filter((name) => name !== first);
  const period = entities.period[row]!;
  const mark = shown.entityMarks[row];
  const hidden = hiddenNeighbors(columns, shown)[row]!;
  return (
    <>
      <strong>{first}</strong>
      {others.map((name) => (
        <span className="hover-name" key={name}>
          {name}
        </span>
      ))}
      <p className="hover-kind">
        <KindDot kind={kind} />
        {ontology.kinds.find((record) => record.id === kind)?.label ?? kind}
        {entities.status[row] === 'actual' ? '' : `, ${entities.status[row]}`}
        {period === null ? '' : ` · ${periodText(period)}`}
        {mark === undefined ? '' : ` · ${MARK_WORDS[mark]}`}
      </p>
      {ties.length > 0 && (
        <ul>
          {ties.slice(0, TOP_TIES).map((tie) => {
            const outward = relations.from[tie] === row;
            const type = ontology.types.find((record) => record.id === relations.type[tie]);
            const other = namesOf(columns, outward ? relations.to[tie]! : relations.from[tie]!, names);
            return (
              <li key={relations.id[tie]}>
                <span>{(outward ? type?.label : type?.inverse) ?? relations.type[tie]}</span>{' '}
                {other.join(' ')}
              </li>
            );
          })}
        </ul>
      )}
      {ties.length > TOP_TIES && <p className="hover-more">and {ties.length - TOP_TIES} more</p>}
      {hidden > 0 && <p className="hover-more">{hidden.toLocaleString('en')} neighbours do not show</p>}
      {ties.length === 0 && <p className="hover-more">No ties in this view</p>}
    </>
  );
}

/** A relation, or the first of those that a line stands for. */
function TieWords({ id, graph }: { id: string; graph: ShownGraph }) {
  const ends = bundleEnds(id);
  if (ends === undefined) return <RelationWords id={id} graph={graph} />;
  const { columns, ontology, shown } = graph;
  const { entities, relations } = columns;
  const [a, b] = ends.map((end) => entities.id.indexOf(end)) as [number, number];
  const rows = [...relations.id.keys()].filter(
    (row) =>
      shown.relations[row] === 0 &&
      Math.min(relations.from[row]!, relations.to[row]!) === Math.min(a, b) &&
      Math.max(relations.from[row]!, relations.to[row]!) === Math.max(a, b),
  );
  return (
    <>
      <strong>
        {entities.name[a]} <em>and</em> {entities.name[b]}
      </strong>
      <ul>
        {rows.slice(0, TOP_TIES).map((row) => (
          <li key={relations.id[row]}>
            {entities.name[relations.from[row]!]}{' '}
            <span>{ontology.types.find((type) => type.id === relations.type[row])?.label}</span>{' '}
            {entities.name[relations.to[row]!]}
          </li>
        ))}
      </ul>
      <p className="hover-more">
        {rows.length > TOP_TIES && `and ${rows.length - TOP_TIES} more · `}Click for all {rows.length}
      </p>
    </>
  );
}

export function RelationWords({
  id,
  graph: { columns, ontology, shown },
}: {
  id: string;
  graph: ShownGraph;
}) {
  const { entities, relations } = columns;
  const row = relations.id.indexOf(id);
  if (row < 0) return null;
  const type = ontology.types.find((record) => record.id === relations.type[row]);
  const confidence = relations.confidence[row]!;
  const mark = shown.relationMarks[row];
  return (
    <>
      <strong>
        {entities.name[relations.from[row]!]} <em>{type?.label ?? relations.type[row]}</em>{' '}
        {entities.name[relations.to[row]!]}
      </strong>
      <p className="hover-kind">
        {periodText(relations.period[row]!)}
        {mark === undefined ? '' : ` · ${MARK_WORDS[mark]}`}
        {relations.status[row] === 'actual' ? '' : ` · ${relations.status[row]}`}
        {relations.disputed[row] ? ' · disputed' : ''}
        {' · '}
        {confidence === null ? 'cannot be judged' : `confidence ${confidenceText(confidence)}`}
      </p>
    </>
  );
}
