/** Who is drawn where: places that crowd each other fold into a bubble, nobody is lost, and areas stay apart from points. */
import { expect, it } from 'vitest';
import { arrange, CLOSEST_ZOOM, type Place } from '../../../web/src/map/arrange.js';
import { foldTies } from '../../../web/src/map/fold-ties.js';
import { worldPxAt } from '../../../web/src/map/mercator.js';
import { columns, ontology } from '../small-sky.js';

const place = (lon: number, lat: number, rows: number[], wide = false): Place => ({
  lon,
  lat,
  rows,
  wide,
  name: null,
});
const radius = () => 6;
const rowsOf = (marks: readonly { rows: readonly number[] }[]) =>
  marks.flatMap(({ rows }) => rows).sort((a, b) => a - b);

const beijing = place(116.4, 39.9, [0, 1, 2]);
const tianjin = place(117.2, 39.1, [3]);
const london = place(-0.1, 51.5, [4]);

it('folds neighbours of the whole world into a bubble and spreads them when one comes close', () => {
  const far = arrange([beijing, tianjin, london], 1, radius);
  expect(far.map(({ rows }) => rows.length).sort()).toEqual([1, 4]);
  const close = arrange([beijing, tianjin, london], 7, radius);
  expect(close.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1, 1]);
  for (const marks of [far, close]) expect(rowsOf(marks)).toEqual([0, 1, 2, 3, 4]);
});

it('spreads those of one place so that no two touch, the first on the place itself', () => {
  const marks = arrange(
    [
      place(
        0,
        0,
        Array.from({ length: 40 }, (_, row) => row),
      ),
    ],
    CLOSEST_ZOOM,
    radius,
  );
  expect(marks[0]!.aside).toEqual({ x: 0, y: 0 });
  for (const [at, one] of marks.entries())
    for (const other of marks.slice(at + 1))
      expect(Math.hypot(one.aside.x - other.aside.x, one.aside.y - other.aside.y)).toBeGreaterThan(12);
});

it('never folds a country into a town', () => {
  const marks = arrange([place(104, 36, [0], true), place(104, 36, [1])], 1, radius);
  expect(marks.map(({ wide }) => wide).sort()).toEqual([false, true]);
});

it('lets no bubble or country stand on another mark, and leaves exact places where they are', () => {
  // Two dozen towns around Beijing, each full, a country over them and one town alone beside it.
  const towns = Array.from({ length: 24 }, (_, at) =>
    place(
      110 + (at % 6) * 2.5,
      30 + Math.floor(at / 6) * 3,
      Array.from({ length: 9 }, (_, row) => at * 9 + row),
    ),
  );
  const marks = arrange([...towns, place(104, 36, [900], true), place(103, 36, [901])], 2, radius);
  expect(rowsOf(marks)).toHaveLength(24 * 9 + 2);
  const worldPx = worldPxAt(2);
  const spot = ({ at, aside }: (typeof marks)[number]) => [
    at.x * worldPx + aside.x,
    at.y * worldPx + aside.y,
  ];
  for (const [at, one] of marks.entries())
    for (const other of marks.slice(at + 1)) {
      const [[x1, y1], [x2, y2]] = [spot(one), spot(other)];
      expect(Math.hypot(x1! - x2!, y1! - y2!)).toBeGreaterThanOrEqual(one.radius + other.radius);
    }
  expect(marks.find(({ rows }) => rows[0] === 901)!.aside).toEqual({ x: 0, y: 0 });
  expect(marks.find(({ rows }) => rows[0] === 900)!.aside).not.toEqual({ x: 0, y: 0 });
});

it('folds ties by family and says at which ends something points', () => {
  const marks = arrange(
    [0, 1, 2, 3, 4].map((row) => place(row * 20, 0, [row])),
    5,
    radius,
  );
  const markOf = new Map(marks.flatMap((mark) => mark.rows.map((row) => [row, mark] as const)));
  const arcs = foldTies(columns, ontology, [0, 1, 2, 3, 4, 5], markOf);
  // a -> a has no arc.
  expect(arcs.map(({ rows }) => rows)).toEqual([[0], [1], [2], [3], [5]]);
  const [commands, , allied] = arcs;
  expect([commands!.atFrom, commands!.atTo]).toEqual([false, true]);
  expect([allied!.atFrom, allied!.atTo]).toEqual([false, false]);

  const folded = new Map([0, 1, 2, 3, 4].map((row) => [row, row === 1 ? marks[1]! : marks[0]!]));
  const both = foldTies(columns, ontology, [0, 1, 2, 3, 4, 5], folded);
  expect(both.map(({ rows, lane }) => [rows, Math.abs(lane)])).toEqual([
    [[0], 0],
    [[1], 1],
  ]);
});
