/** Charts as SVG, drawn by Observable Plot without a browser. Their look is the stylesheet's: a chart brings no style of its own. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { shortened } from './words.js';

const WIDTH = 680;
const ROW = 20;
const INK = '#1c2b4a';
const ACCENT = '#2f5fb3';
const FAINT = '#c9d3e6';
const LONGEST_LABEL = 34;

/** Rows keep their own places where labels repeat: the band scale is of positions, and labels are looked up. */
interface Bar {
  label: string;
  value: number;
}

/** Horizontal bars, first on top. `text` writes the figure at the end of each as the table does. */
export function barChart(bars: readonly Bar[], unit: string, text: (value: number) => string): string {
  const places = bars.map((_, place) => place);
  return draw(bars.length, unit, (place) => bars[place]!.label, [
    Plot.barX(places, {
      x: (place: number) => bars[place]!.value,
      y: (place: number) => place,
      fill: ACCENT,
    }),
    Plot.text(places, {
      x: (place: number) => bars[place]!.value,
      y: (place: number) => place,
      text: (place: number) => text(bars[place]!.value),
      textAnchor: 'start',
      dx: 4,
      fill: INK,
    }),
    Plot.ruleX([0], { stroke: INK }),
  ]);
}

interface Range {
  label: string;
  lo: number;
  hi: number;
  /** What lies within: a rank within the interval of its draws. */
  at?: number;
}

/** Horizontal ranges, first on top: intervals of ranks, or periods in years, whose `ticks` are whole ones. */
export function rangeChart(ranges: readonly Range[], unit: string, ticks?: readonly number[]): string {
  const places = ranges.map((_, place) => place);
  const marked = places.filter((place) => ranges[place]!.at !== undefined);
  return draw(
    ranges.length,
    unit,
    (place) => ranges[place]!.label,
    [
      Plot.ruleY(places, {
        x1: (place: number) => ranges[place]!.lo,
        x2: (place: number) => ranges[place]!.hi,
        y: (place: number) => place,
        stroke: ACCENT,
        strokeWidth: 5,
        strokeLinecap: 'round',
        strokeOpacity: marked.length === 0 ? 1 : 0.4,
      }),
      Plot.dot(marked, {
        x: (place: number) => ranges[place]!.at,
        y: (place: number) => place,
        r: 4,
        fill: INK,
      }),
    ],
    ticks,
  );
}

/** As much of an element as is touched here, where no browser's types are. */
interface Drawing {
  outerHTML: string;
  querySelector(selector: string): { remove(): void } | null;
  querySelectorAll(selector: string): Iterable<{ removeAttribute(name: string): void }>;
  setAttribute(name: string, value: string): void;
}

function draw(
  rows: number,
  unit: string,
  labelOf: (place: number) => string,
  marks: Plot.Markish[],
  ticks?: readonly number[],
): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const figure = Plot.plot({
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    width: WIDTH,
    height: rows * ROW + 44,
    marginLeft: 220,
    marginRight: 64,
    marginTop: 4,
    marginBottom: 40,
    x: {
      label: unit,
      labelAnchor: 'center',
      labelArrow: 'none',
      nice: true,
      ...(ticks === undefined
        ? { ticks: 6 }
        : { ticks, tickFormat: String, domain: [ticks[0], ticks.at(-1)] }),
    },
    y: { type: 'band', label: null, axis: null, padding: 0.25 },
    marks: [
      Plot.gridX({ stroke: FAINT, strokeOpacity: 1, ...(ticks === undefined ? {} : { ticks }) }),
      Plot.axisY({
        tickSize: 0,
        label: null,
        tickFormat: (place: number) => shortened(labelOf(place), LONGEST_LABEL),
      }),
      ...marks,
    ],
  }) as unknown as Drawing;
  figure.querySelector('style')?.remove();
  // Within an image nothing is told on its own, and groups may bear no name.
  for (const part of figure.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  figure.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  figure.setAttribute('class', 'chart');
  return figure.outerHTML;
}
