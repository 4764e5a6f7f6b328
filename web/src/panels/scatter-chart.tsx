/** The chart of a scatter: its points as Plot draws them; over them names, rings and the card of who is pointed at; below it what it shows. */
import { Switch } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { flyTo, useHighlight } from '../graph/highlight.js';
import { useNaming } from '../graph/names.js';
import { selectedEntity } from '../selected.js';
import { kindColor } from '../theme.js';
import { useScheme } from '../use-scheme.js';
import { changeView, useView } from '../view.js';
import { useOntology } from './kind-badge.js';
import { lightOut, lightUp } from './lights.js';
import { numberText } from './number-text.js';
import classes from './panel.module.css';
import style from './ranking-scatter.module.css';
import { drawScatter, HEIGHT, namesOn, pointsOf, type Side } from './scatter-drawing.js';
import { axisOf, nearestPoint, type Point, rankCorrelation, spreadsFar } from './scatter-layout.js';

type Ranking = Answer<'rank'>;

/** How near the pointer must come to a point, in pixels. */
const NEAR_PX = 22;

export function ScatterChart({ answer, across, up }: { answer: Ranking; across: string; up: string }) {
  const naming = useNaming();
  const { scale } = useView();
  const { ref: frame, width } = useElementSize();
  const [pointed, setPointed] = useState<string>();
  const { rows } = answer;
  const { x, y, isLog, usuallyLog } = useMemo(
    () => sidesOf(answer, across, up, scale),
    [answer, across, up, scale],
  );
  const points = useMemo(() => pointsOf(rows, naming, x, y, width), [rows, naming, x, y, width]);
  const point = (id: string | undefined) => {
    if (id === pointed) return;
    setPointed(id);
    if (id === undefined) lightOut();
    else lightUp({ entities: [id], reason: 'row' });
  };
  const nearest = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return nearestPoint(points, { x: clientX - left, y: clientY - top }, NEAR_PX)?.id;
  };
  const told = points.findIndex(({ id }) => id === pointed);
  return (
    <>
      <div
        ref={frame}
        className={style.frame}
        data-pointed={pointed === undefined ? undefined : true}
        onPointerMove={(event) => point(nearest(event))}
        onPointerLeave={() => point(undefined)}
        onPointerUp={(event) => {
          const id = nearest(event);
          if (id === undefined) return;
          changeView({ select: `entity:${id}` });
          flyTo(id);
        }}
      >
        <Drawing rows={rows} x={x} y={y} width={width} />
        <Marks points={points} pointed={pointed} width={width} />
        {told < 0 ? null : <PointCard point={points[told]!} row={rows[told]!} x={x} y={y} width={width} />}
      </div>
      <Switch
        size="xs"
        label="Logarithmic scales"
        description="orders of magnitude, 0 at the edge"
        checked={isLog}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          changeView({ scale: next === usuallyLog ? undefined : next ? 'log' : 'even' });
        }}
      />
      <Caption x={x} y={y} />
    </>
  );
}

/** Both measures with their axes. Without a word of the view each axis is as its own values suggest. */
function sidesOf({ rows, measures }: Ranking, across: string, up: string, scale: string | undefined) {
  const valuesOf = (id: string) => rows.map(({ values }) => values[id]!);
  const usuallyLog = [across, up].some((id) => spreadsFar(valuesOf(id)));
  const isLog = scale === undefined ? usuallyLog : scale === 'log';
  const sideOf = (id: string): Side => {
    const { title, unit } = measures.find((measure) => measure.id === id)!;
    const values = valuesOf(id);
    return {
      id,
      title,
      unit,
      values,
      axis: axisOf(values, isLog && (scale === 'log' || spreadsFar(values))),
    };
  };
  return { x: sideOf(across), y: sideOf(up), isLog, usuallyLog };
}

function Drawing(properties: { rows: Ranking['rows']; x: Side; y: Side; width: number }) {
  const { rows, x, y, width } = properties;
  const ontology = useOntology();
  const scheme = useScheme();
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (width === 0 || ontology === undefined) return;
    const colors = rows.map(({ kind }) => kindColor(ontology, kind, scheme));
    holder.current?.replaceChildren(drawScatter(x, y, colors, width));
  }, [rows, x, y, width, ontology, scheme]);
  return <div ref={holder} className={style.drawing} style={{ blockSize: `${HEIGHT}px` }} />;
}

/** Names of those who stand out; a ring for who is pointed at or selected, here, in the table or on the sky. */
function Marks(properties: { points: readonly Point[]; pointed: string | undefined; width: number }) {
  const { points, pointed, width } = properties;
  const lit = useHighlight();
  const selected = selectedEntity(useView().select);
  const names = useMemo(() => namesOn(points, width), [points, width]);
  const ringed = new Set([pointed, selected, ...(lit?.reason === 'path' ? [] : (lit?.entities ?? []))]);
  return (
    <svg className={style.over} width={width} height={HEIGHT} aria-hidden>
      {points
        .filter(({ id }) => ringed.has(id))
        .map(({ id, x, y }) => (
          <circle key={id} className={style.ring} cx={x} cy={y} r={6} />
        ))}
      {names.map(({ id, text, anchor, x, y }) => (
        <text key={id} className={style.name} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
}

function PointCard(properties: {
  point: Point;
  row: Ranking['rows'][number];
  x: Side;
  y: Side;
  width: number;
}) {
  const { point, row, x, y, width } = properties;
  const isRight = point.x > width / 2;
  return (
    <p
      className={style.card}
      data-side={isRight ? 'left' : 'right'}
      style={{
        insetBlockStart: point.y + 10,
        ...(isRight ? { insetInlineEnd: width - point.x } : { insetInlineStart: point.x }),
      }}
    >
      <b>{point.name}</b>
      {[y, x].map(({ id, title }) => (
        <span key={id}>
          <br />
          {title} {numberText(row.values[id]!)}, rank {row.rank[id]?.toLocaleString('en')}
        </span>
      ))}
    </p>
  );
}

function Caption({ x, y }: { x: Side; y: Side }) {
  const correlation = useMemo(
    () => rankCorrelation(x.values.map((value, nth) => [value, y.values[nth]!])),
    [x.values, y.values],
  );
  const isAtEdge = ({ axis, values }: Side, nth: number) => axis.zeroAt !== undefined && values[nth] === 0;
  const zeros = x.values.filter((_, nth) => isAtEdge(x, nth) || isAtEdge(y, nth)).length;
  return (
    <p className={classes.dim}>
      {x.values.length.toLocaleString('en')} entities, coloured by kind; those that stand out are named.
      {zeros === 0 ? '' : ` ${zeros.toLocaleString('en')} at 0 stand at the edge.`}
      {correlation === null
        ? ''
        : ` The two orders agree at ${correlation.toFixed(2)} (Spearman’s ρ: 1 the same, 0 unrelated, −1 reversed).`}
    </p>
  );
}
