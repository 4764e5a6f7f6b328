/** One measure against another: every entity a point, those that stand out named. The table below it holds the same figures. */
import { NativeSelect, Switch } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { axisX, axisY, dot, gridX, gridY, plot } from '@observablehq/plot';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { MeasureDescription } from '../../../src/contract/answers.js';
import type { Answer } from '../../../src/contract/questions.js';
import { flyTo, useHighlight } from '../graph/highlight.js';
import { useNaming } from '../graph/names.js';
import { kindColor } from '../theme.js';
import { useScheme } from '../use-scheme.js';
import { changeView, useView } from '../view.js';
import form from './form.module.css';
import { useOntology } from './kind-badge.js';
import { lightOut, lightUp } from './lights.js';
import { numberText } from './number-text.js';
import classes from './panel.module.css';
import style from './ranking-scatter.module.css';
import { type Axis, axisOf, placeNames, placeOn, rankCorrelation, spreadsFar } from './scatter-layout.js';

type Ranking = Answer<'rank'>;

const HEIGHT = 320;
const MARGIN = { left: 50, right: 12, top: 12, bottom: 40 };
/** How near the pointer must come to a point, in pixels. */
const NEAR_PX = 22;

export function RankingScatter(properties: {
  answer: Ranking;
  measures: readonly MeasureDescription[];
  chosen: readonly string[];
}) {
  const { answer, measures, chosen } = properties;
  const { across: asked, up: wanted } = useView();
  const ids = answer.measures.map(({ id }) => id);
  const up = wanted !== undefined && ids.includes(wanted) ? wanted : ids[0]!;
  const across =
    asked !== undefined && ids.includes(asked) && asked !== up ? asked : ids.find((id) => id !== up);
  // A measure that has not been asked for is asked for with the others.
  const choose = (field: 'across' | 'up') => (event: { currentTarget: { value: string } }) => {
    const id = event.currentTarget.value;
    const other = field === 'up' ? across : up;
    changeView({
      measures: [...new Set([...chosen, id])].join(','),
      across,
      up,
      [field]: id,
      ...(id === other ? { [field === 'up' ? 'across' : 'up']: field === 'up' ? up : across } : {}),
    });
  };
  const titles = measures.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <section className={style.scatter} aria-label="One measure against another">
      <div className={form.pair}>
        <NativeSelect size="xs" label="Upwards" value={up} onChange={choose('up')} data={titles} />
        <NativeSelect
          size="xs"
          label="Across"
          value={across ?? ''}
          onChange={choose('across')}
          data={across === undefined ? [{ value: '', label: 'Choose a measure' }, ...titles] : titles}
        />
      </div>
      {across === undefined ? (
        <p className={classes.dim}>Choose a second measure to set against the first.</p>
      ) : (
        <Chart key={`${across} ${up}`} answer={answer} across={across} up={up} />
      )}
    </section>
  );
}

function Chart({ answer, across, up }: { answer: Ranking; across: string; up: string }) {
  const naming = useNaming();
  const ontology = useOntology();
  const scheme = useScheme();
  const lit = useHighlight();
  const { select, scale } = useView();
  const { ref: frame, width } = useElementSize();
  const drawing = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<string>();

  const { rows } = answer;
  const valuesOf = useMemo(
    () => ({
      x: rows.map(({ values }) => values[across]!),
      y: rows.map(({ values }) => values[up]!),
    }),
    [rows, across, up],
  );
  const usuallyLog = useMemo(() => spreadsFar(valuesOf.x) || spreadsFar(valuesOf.y), [valuesOf]);
  const isLog = scale === undefined ? usuallyLog : scale === 'log';
  const axes = useMemo(() => {
    // Without a word each axis is as its own values suggest.
    const isLogOf = (values: readonly number[]) => isLog && (scale === 'log' || spreadsFar(values));
    return {
      x: axisOf(valuesOf.x, isLogOf(valuesOf.x)),
      y: axisOf(valuesOf.y, isLogOf(valuesOf.y)),
    };
  }, [valuesOf, isLog, scale]);
  const points = useMemo(() => {
    const [wide, high] = [width - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom];
    return rows.map(({ id, name }, nth) => ({
      id,
      name: naming(id, name),
      x: MARGIN.left + wide * placeOn(axes.x, valuesOf.x[nth]!),
      y: MARGIN.top + high * (1 - placeOn(axes.y, valuesOf.y[nth]!)),
    }));
  }, [rows, naming, axes, valuesOf, width]);
  const names = useMemo(
    () =>
      width === 0
        ? []
        : placeNames(points, {
            left: MARGIN.left,
            top: 0,
            right: width,
            bottom: HEIGHT - MARGIN.bottom,
          }),
    [points, width],
  );
  const titleOf = (id: string) => {
    const { title, unit } = answer.measures.find((measure) => measure.id === id)!;
    return { title, text: `${title} (${unit})` };
  };
  const [x, y] = [titleOf(across), titleOf(up)];

  useEffect(() => {
    if (width === 0 || ontology === undefined || drawing.current === null) return;
    const scaleOf = ({ isLog, domain }: Axis) => ({
      type: isLog ? ('log' as const) : ('linear' as const),
      domain: [...domain],
    });
    const tickOf =
      ({ zeroAt }: Axis) =>
      (value: number) =>
        value === zeroAt ? '0' : tickText(value);
    const ticksOf = ({ ticks }: Axis) => (ticks === undefined ? { ticks: 5 } : { ticks: [...ticks] });
    const figure = plot({
      width,
      height: HEIGHT,
      marginLeft: MARGIN.left,
      marginRight: MARGIN.right,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      x: scaleOf(axes.x),
      y: scaleOf(axes.y),
      marks: [
        gridX({ ...ticksOf(axes.x), stroke: 'var(--hairline)', strokeOpacity: 1 }),
        gridY({ ...ticksOf(axes.y), stroke: 'var(--hairline)', strokeOpacity: 1 }),
        axisX({
          ...ticksOf(axes.x),
          // Not as a format: that of a logarithmic scale leaves ticks without words.
          text: tickOf(axes.x),
          label: x.text,
          labelAnchor: 'center',
          labelArrow: 'none',
          tickSize: 0,
        }),
        axisY({
          ...ticksOf(axes.y),
          text: tickOf(axes.y),
          label: y.text,
          labelAnchor: 'center',
          labelArrow: 'none',
          tickSize: 0,
        }),
        dot(rows, {
          x: (_, nth: number) => shownOn(axes.x, valuesOf.x[nth]!),
          y: (_, nth: number) => shownOn(axes.y, valuesOf.y[nth]!),
          r: 3,
          fill: (row: Ranking['rows'][number]) => kindColor(ontology, row.kind, scheme),
          fillOpacity: 0.75,
        }),
      ],
      color: { type: 'identity' },
    });
    // Its own style sheet would be refused by the content security policy; the panel's serves.
    figure.querySelector('style')?.remove();
    // One picture with one name: its parts have none of their own.
    for (const part of figure.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    figure.setAttribute('role', 'img');
    figure.setAttribute('aria-label', `${y.title} against ${x.title}; the table below holds the figures`);
    drawing.current.replaceChildren(figure);
  }, [axes, rows, valuesOf, width, ontology, scheme, x.text, x.title, y.text, y.title]);

  const nearest = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [left, top] = [event.clientX - box.left, event.clientY - box.top];
    let found: (typeof points)[number] | undefined;
    let least = NEAR_PX;
    for (const point of points) {
      const apart = Math.hypot(point.x - left, point.y - top);
      if (apart < least) {
        least = apart;
        found = point;
      }
    }
    return found;
  };
  const point = (id: string | undefined) => {
    if (id === pointed) return;
    setPointed(id);
    if (id === undefined) lightOut();
    else lightUp({ entities: [id], reason: 'row' });
  };
  // Rows of the table, stars of the sky: who is pointed at there is ringed here.
  const ringed = new Set([
    pointed,
    select?.startsWith('entity:') === true ? select.slice('entity:'.length) : undefined,
    ...(lit?.reason === 'path' ? [] : (lit?.entities ?? [])),
  ]);
  const told = points.find(({ id }) => id === pointed);
  const row = told === undefined ? undefined : rows.find(({ id }) => id === told.id);
  const correlation = useMemo(
    () => rankCorrelation(rows.map((_, nth) => [valuesOf.x[nth]!, valuesOf.y[nth]!])),
    [rows, valuesOf],
  );
  const zeros = points.filter(
    (_, nth) =>
      (axes.x.zeroAt !== undefined && valuesOf.x[nth] === 0) ||
      (axes.y.zeroAt !== undefined && valuesOf.y[nth] === 0),
  ).length;
  return (
    <>
      <div
        ref={frame}
        className={style.frame}
        data-pointed={pointed === undefined ? undefined : true}
        onPointerMove={(event) => point(nearest(event)?.id)}
        onPointerLeave={() => point(undefined)}
        onPointerUp={(event) => {
          const found = nearest(event);
          if (found === undefined) return;
          changeView({ select: `entity:${found.id}` });
          flyTo(found.id);
        }}
      >
        <div ref={drawing} className={style.drawing} style={{ blockSize: `${HEIGHT}px` }} />
        <svg className={style.over} width={width} height={HEIGHT} aria-hidden>
          {points
            .filter(({ id }) => ringed.has(id))
            .map(({ id, x, y }) => (
              <circle key={id} className={style.ring} cx={x} cy={y} r={6} />
            ))}
          {names.map(({ id, text, x, y }) => (
            <text key={id} className={style.name} x={x} y={y}>
              {text}
            </text>
          ))}
        </svg>
        {told === undefined || row === undefined ? null : (
          <p
            className={style.card}
            data-side={told.x > width / 2 ? 'left' : 'right'}
            style={
              told.x > width / 2
                ? { insetBlockStart: told.y + 10, insetInlineEnd: width - told.x }
                : { insetBlockStart: told.y + 10, insetInlineStart: told.x }
            }
          >
            <b>{told.name}</b>
            <br />
            {y.title} {numberText(row.values[up]!)}, rank {row.rank[up]?.toLocaleString('en')}
            <br />
            {x.title} {numberText(row.values[across]!)}, rank {row.rank[across]?.toLocaleString('en')}
          </p>
        )}
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
      <p className={classes.dim}>
        {rows.length.toLocaleString('en')} entities, coloured by kind; those that stand out are named.
        {zeros === 0 ? '' : ` ${zeros.toLocaleString('en')} at 0 stand at the edge.`}
        {correlation === null
          ? ''
          : ` The two orders agree at ${correlation.toFixed(2)} (Spearman’s ρ: 1 the same, 0 unrelated, −1 reversed).`}
      </p>
    </>
  );
}

const shownOn = ({ zeroAt }: Axis, value: number) => (value > 0 ? value : (zeroAt ?? value));

/** Short figures for ticks: `0.001`, `1e-6`, `20k`. */
const tickText = (value: number) =>
  value === 0
    ? '0'
    : Math.abs(value) < 1e-3
      ? value.toExponential(0)
      : Math.abs(value) >= 10_000
        ? `${Number((value / 1000).toPrecision(3))}k`
        : String(Number(value.toPrecision(3)));
