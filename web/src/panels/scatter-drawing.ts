/** A scatter in pixels: where its points and names fall, and grid, axes and points as Observable Plot draws them. */
import { axisX, axisY, dot, gridX, gridY, plot } from '@observablehq/plot';
import { type Axis, type PlacedName, type Point, placeNames, placeOn, shownOn } from './scatter-layout.js';

/** One of the two measures: what it is called, its value for each point, and the axis they stand on. */
export interface Side {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly axis: Axis;
}

export const HEIGHT = 320;
const MARGIN = { left: 50, right: 12, top: 12, bottom: 40 };

/** Where each entity stands in a drawing of this width, in the order given. */
export function pointsOf(
  entities: readonly { id: string; name: string }[],
  naming: (id: string, name: string) => string,
  x: Side,
  y: Side,
  width: number,
): Point[] {
  const [wide, high] = [width - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom];
  return entities.map(({ id, name }, nth) => ({
    id,
    name: naming(id, name),
    x: MARGIN.left + wide * placeOn(x.axis, x.values[nth]!),
    y: MARGIN.top + high * (1 - placeOn(y.axis, y.values[nth]!)),
  }));
}

/** Names for the points that stand out, clear of the axis below; none before the drawing has a width. */
export function namesOn(points: readonly Point[], width: number): PlacedName[] {
  if (width === 0) return [];
  return placeNames(points, { left: MARGIN.left, top: 0, right: width, bottom: HEIGHT - MARGIN.bottom });
}

/** The picture, `y` against `x`, each point in its colour: one image with one name. */
export function drawScatter(x: Side, y: Side, colors: readonly string[], width: number): Element {
  const [across, up] = [optionsOf(x), optionsOf(y)];
  const figure = plot({
    width,
    height: HEIGHT,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: across.scale,
    y: up.scale,
    marks: [
      gridX(across.grid),
      gridY(up.grid),
      axisX(across.axis),
      axisY(up.axis),
      dot(colors, {
        x: x.values.map((value) => shownOn(x.axis, value)),
        y: y.values.map((value) => shownOn(y.axis, value)),
        r: 3,
        fill: colors,
        fillOpacity: 0.75,
      }),
    ],
    color: { type: 'identity' },
  });
  // Its own style sheet would be refused by the content security policy; the panel's serves.
  figure.querySelector('style')?.remove();
  for (const part of figure.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', `${y.title} against ${x.title}; the table below holds the figures`);
  return figure;
}

/** What Plot is to know of a side: the same for both, but for the direction. */
function optionsOf({ title, unit, axis }: Side) {
  const ticks = axis.ticks === undefined ? 5 : [...axis.ticks];
  return {
    scale: { type: axis.isLog ? ('log' as const) : ('linear' as const), domain: [...axis.domain] },
    grid: { ticks, stroke: 'var(--hairline)', strokeOpacity: 1 },
    axis: {
      ticks,
      // Not as a format: that of a logarithmic scale leaves ticks without words.
      text: (value: number) => (value === axis.zeroAt ? '0' : tickText(value)),
      label: `${title} (${unit})`,
      labelAnchor: 'center' as const,
      labelArrow: 'none' as const,
      tickSize: 0,
    },
  };
}

/** Short figures for ticks: `0.001`, `1e-6`, `20k`. */
function tickText(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size < 1e-3) return value.toExponential(0);
  if (size >= 10_000) return `${Number((value / 1000).toPrecision(3))}k`;
  return String(Number(value.toPrecision(3)));
}
