/** The legend of a picture: of kinds, families and lines those alone that are to be seen in it. */
import { fade } from '../graph/colors.js';
import { slotColor } from '../graph/dress.js';
import { iconName } from '../graph/icons.js';
import { ENDED, faint } from '../graph/marked.js';
import { DASHES, DOTS } from '../graph/paint.js';
import { familyGroups, kindGroups } from '../legend/groups.js';
import { STATUS_LABELS } from '../legend/legend.js';
import { CHANGE_COLORS, familyColor, INK, kindColor, type Scheme } from '../theme.js';
import type { Mark } from './marks.js';
import type { Sight } from './sight.js';
import { iconMark } from './sky-marks.js';

interface Entry {
  readonly label: string;
  /** The sample in a box of 26 × 18 pixels, its middle at the point. */
  swatch(x: number, y: number): Mark[];
}

const SWATCH_PX = 26;
const ROW_PX = 21;
const SIZE_PX = 11.5;
const APART_PX = 18;
const HEADING_PX = 58;

/** Lays the legend out in rows of at most `width` pixels, its top at 0. `measure` tells the width of 11.5 pixel letters. */
export function legendMarks(
  sight: Sight,
  scheme: Scheme,
  width: number,
  measure: (text: string) => number,
): { marks: Mark[]; height: number } {
  const ink = INK[scheme];
  const marks: Mark[] = [];
  let y = 0;
  for (const { title, entries } of groupsOf(sight, scheme)) {
    if (entries.length === 0) continue;
    let x = HEADING_PX;
    y += ROW_PX;
    marks.push({
      mark: 'text',
      x: 0,
      y,
      text: title,
      size: SIZE_PX,
      weight: 600,
      fill: ink.muted,
    });
    for (const { label, swatch } of entries) {
      const wide = SWATCH_PX + 6 + measure(label);
      if (x > HEADING_PX && x + wide > width) {
        x = HEADING_PX;
        y += ROW_PX;
      }
      marks.push(...swatch(x + SWATCH_PX / 2, y));
      marks.push({ mark: 'text', x: x + SWATCH_PX + 6, y, text: label, size: SIZE_PX, fill: ink.text });
      x += wide + APART_PX;
    }
  }
  return { marks, height: y + ROW_PX / 2 };
}

function groupsOf(seen: Sight, scheme: Scheme): { title: string; entries: Entry[] }[] {
  const { graph, colors, places } = seen;
  const { columns, ontology, shown } = graph;
  const ink = INK[scheme];
  const kinds = new Set(seen.entities.map((row) => columns.entities.kind[row]!));
  const types = new Set(seen.relations.map((row) => columns.relations.type[row]!));
  const statuses = new Set(seen.relations.map((row) => columns.relations.status[row]!));
  const some = (has: (row: number) => boolean) => seen.relations.some(has);
  const line = (
    x: number,
    y: number,
    stroke: string,
    width: number,
    dash?: readonly [number, number],
  ): Mark => ({
    mark: 'path',
    d: `M${x - 12} ${y}H${x + 12}`,
    stroke,
    width,
    ...(dash === undefined ? {} : { dash }),
  });
  const lines: (Entry & { shown: boolean })[] = [
    {
      label: 'points from … to',
      shown: ontology.types.some(({ id, symmetric }) => !symmetric && types.has(id)),
      swatch: (x, y) => [
        line(x - 2, y, ink.muted, 1.6),
        { mark: 'path', d: `M${x + 6} ${y - 4}L${x + 13} ${y}L${x + 6} ${y + 4}Z`, fill: ink.muted },
      ],
    },
    ...(['planned', 'hypothetical', 'proposed'] as const).map((status) => ({
      label: STATUS_LABELS[status].toLowerCase(),
      shown: statuses.has(status),
      swatch: (x: number, y: number) => [line(x, y, ink.muted, 1.8, dashOf(DASHES[status]))],
    })),
    {
      label: 'disputed',
      shown: some((row) => columns.relations.disputed[row]!),
      swatch: (x, y) => [line(x, y, ink.muted, 1.8, dashOf(DOTS))],
    },
    {
      label: 'faint: may hold then',
      shown: some((row) => shown.relationMarks[row] === 'may-hold'),
      swatch: (x, y) => [line(x, y, faint(ink.muted, scheme), 1.8)],
    },
    {
      label: 'thin: less confident',
      shown: seen.relations.length > 0,
      swatch: (x, y) => [line(x, y - 3, ink.muted, 2.6), line(x, y + 3, ink.muted, 0.8)],
    },
    {
      label: 'hollow: not there yet, or not for certain',
      shown: seen.entities.some((row) => columns.entities.status[row] !== 'actual'),
      swatch: (x, y) => [{ mark: 'circle', x, y, radius: 6.5, fill: ink.sky, stroke: ink.muted, width: 1.6 }],
    },
  ];
  const { began, ended } = CHANGE_COLORS[scheme];
  const changes: Entry[] = [
    { label: 'began', swatch: (x, y) => [line(x, y, began, 2.6)] },
    { label: 'ended: dashed, hollow', swatch: (x, y) => [line(x, y, ended, 2.6, dashOf(ENDED))] },
    {
      label: 'perhaps',
      swatch: (x, y) => [
        line(x, y - 3, faint(began, scheme), 2.6),
        line(x, y + 3, faint(ended, scheme), 2.6, dashOf(ENDED)),
      ],
    },
    { label: 'grey: neither', swatch: (x, y) => [line(x, y, ink.muted, 1.2)] },
  ];
  return [
    { title: 'Changes', entries: shown.compares ? changes : [] },
    (shown.compares ? undefined : colorEntries(colors, seen, scheme)) ?? {
      title: 'Kinds',
      entries: kindGroups(ontology)
        .filter(({ members }) => members.some((kind) => kinds.has(kind)))
        .map(({ id, label }) => ({
          label,
          swatch: (x, y) => [
            {
              mark: 'circle',
              x,
              y,
              radius: 8.5,
              fill: shown.compares ? ink.muted : kindColor(ontology, id, scheme),
            },
            iconMark(iconName(ontology, id), { x, y }, 5.8, ink.onKind),
          ],
        })),
    },
    {
      title: 'Ties',
      entries: familyGroups(ontology)
        .filter(({ members }) => !shown.compares && members.some((type) => types.has(type)))
        .map(({ label, members }) => ({
          label,
          swatch: (x, y) => [line(x, y, familyColor(ontology, members[0]!, scheme), 2.6)],
        })),
    },
    { title: 'Lines', entries: lines.filter(({ shown }) => shown) },
    { title: 'Places', entries: places === undefined ? [] : placeEntries(places, scheme) },
  ];
}

/** The signs of the map, as `draw-marks` draws them. */
function placeEntries({ borrowed, wide, several }: NonNullable<Sight['places']>, scheme: Scheme): Entry[] {
  const { muted, text, sky } = INK[scheme];
  const disc = (x: number, y: number, radius: number, fill: string, rim: string): Mark => ({
    mark: 'circle',
    x,
    y,
    radius,
    fill,
    stroke: rim,
    width: 1.5,
  });
  const dashed = (x: number, y: number): Mark => ({
    mark: 'path',
    d: `M${x - 7} ${y}a7 7 0 0 1 14 0a7 7 0 0 1 -14 0`,
    stroke: muted,
    width: 1.2,
    dash: [2.5, 3],
  });
  const entries: (Entry & { shown: boolean })[] = [
    {
      label: 'pale: place borrowed from what it lies in',
      shown: borrowed,
      swatch: (x, y) => [disc(x, y, 6, fade(muted, sky, 0.62), muted)],
    },
    { label: 'dashed: by country alone', shown: wide, swatch: (x, y) => [dashed(x, y)] },
    {
      label: 'number: several at one place or near it',
      shown: several,
      swatch: (x, y) => [
        disc(x, y, 7.5, sky, muted),
        { mark: 'text', x, y, text: '3', size: 9, weight: 600, anchor: 'middle', fill: text },
      ],
    },
  ];
  return entries.filter(({ shown }) => shown);
}

/** Communities or collections, where stars wear their colours; undefined where they wear those of kinds. */
function colorEntries({ by, groups }: Sight['colors'], seen: Sight, scheme: Scheme) {
  if (by === 'kind') return undefined;
  const rows = new Set(seen.entities);
  return {
    title: by === 'community' ? 'Groups' : 'From',
    entries: groups
      .filter((group) => group.rows.some((row) => rows.has(row)))
      .map(({ label, slot }) => ({
        label,
        swatch: (x: number, y: number): Mark[] => [
          { mark: 'circle', x, y, radius: 6.5, fill: slotColor(slot, scheme) },
        ],
      })),
  };
}

const dashOf = ([period, inked]: readonly [number, number]): readonly [number, number] => [
  inked,
  period - inked,
];
