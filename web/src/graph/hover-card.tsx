/** The card beside what the pointer is on: who it is, since when, its strongest visible ties. Only for the eye: the table and the inspector say it to everyone. */
import type { ReactNode } from 'react';
import { KindDot } from '../panels/kind-badge.js';
import { periodText } from '../panels/period-text.js';
import { MARK_WORDS } from '../time/moments.js';
import type { Pointed } from './gestures.js';
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
      <RelationWords id={pointed.relation} graph={graph} />
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
  const row = entities.id.indexOf(id);
  if (row < 0) return null;
  const kind = entities.kind[row]!;
  const ties = relations.id
    .flatMap((_, tie) =>
      shown.relations[tie] === 0 && (relations.from[tie] === row || relations.to[tie] === row) ? [tie] : [],
    )
    .sort((a, b) => (relations.confidence[b] ?? -1) - (relations.confidence[a] ?? -1) || a - b);
  const chinese = Object.entries(entities.names).find(([tag]) => tag === 'zh')?.[1][row];
  const period = entities.period[row]!;
  const mark = shown.entityMarks[row];
  return (
    <>
      <strong>{entities.name[row]}</strong>
      {chinese !== undefined && chinese !== null && <span lang="zh">{chinese}</span>}
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
            const other = entities.name[outward ? relations.to[tie]! : relations.from[tie]!];
            return (
              <li key={relations.id[tie]}>
                <span>{(outward ? type?.label : type?.inverse) ?? relations.type[tie]}</span> {other}
              </li>
            );
          })}
        </ul>
      )}
      {ties.length > TOP_TIES && <p className="hover-more">and {ties.length - TOP_TIES} more</p>}
      {ties.length === 0 && <p className="hover-more">No ties in this view</p>}
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
        {confidence === null ? 'cannot be judged' : `confidence ${confidence.toFixed(2)}`}
      </p>
    </>
  );
}
