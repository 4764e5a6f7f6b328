/** Marks on the map: a star at a place, an area where only the country is known, a bubble of several; and their names. */
import { Clearance } from '../graph/clearance.js';
import { fade, withOpacity } from '../graph/colors.js';
import { iconAddress } from '../graph/icons.js';
import { breakName, FONT } from '../graph/label-text.js';
import { INK, type Scheme } from '../theme.js';
import type { Mark } from './arrange.js';
import type { DrawIcon, Paper } from './paper.js';

/** What a mark looks like now; `shares` are the colours of a bubble's entities with how many bear each. */
export interface MarkInk {
  readonly color: string;
  readonly icon: string;
  readonly shares: readonly (readonly [color: string, count: number])[];
  readonly dim: boolean;
  readonly selected: boolean;
  readonly borrowed: boolean;
  readonly hollow: boolean;
}
/** A mark as it was drawn, in pixels of the window. */
export interface DrawnMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

const DIM_SHARE = 0.66;
const ICON_LEAST_PX = 6;
const RING_PX = 2.5;
const icons = new Map<string, HTMLImageElement>();

/** The image of an icon in a colour; `ready` is called when it can be drawn, once. */
function iconImage(name: string, color: string, ready: () => void): HTMLImageElement | undefined {
  const key = `${name} ${color}`;
  const known = icons.get(key);
  if (known !== undefined) return known.complete ? known : undefined;
  const image = new Image();
  image.onload = ready;
  image.src = iconAddress(name, color);
  icons.set(key, image);
  return undefined;
}

/** Draws icons on a canvas. `again` is called when one that was not there yet has come. */
export const canvasIcons =
  (context: CanvasRenderingContext2D, again: () => void): DrawIcon =>
  (name, color, x, y, reach) => {
    const image = iconImage(name, color, again);
    if (image !== undefined) context.drawImage(image, x - reach, y - reach, 2 * reach, 2 * reach);
  };

export function drawMark(
  context: Paper,
  { mark, x, y }: DrawnMark,
  look: MarkInk,
  scheme: Scheme,
  drawIcon: DrawIcon,
): void {
  const ink = INK[scheme];
  const tone = (color: string) => (look.dim ? fade(color, ink.land, DIM_SHARE) : color);
  const disc = (radius: number, fill: string) => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
  };
  const rim = (radius: number, color: string, widthPx: number, dash: readonly number[] = []) => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.strokeStyle = color;
    context.lineWidth = widthPx;
    context.setLineDash([...dash]);
    context.stroke();
    context.setLineDash([]);
  };
  if (look.selected) rim(mark.radius + (mark.wide ? 8 : 4), ink.accent, RING_PX);
  if (mark.rows.length > 1) {
    disc(mark.radius, ink.sky);
    let turn = -Math.PI / 2;
    context.lineWidth = 3.5;
    for (const [color, count] of look.shares) {
      const next = turn + (2 * Math.PI * count) / mark.rows.length;
      context.beginPath();
      context.arc(x, y, mark.radius - 2.5, turn, next);
      context.strokeStyle = tone(color);
      context.stroke();
      turn = next;
    }
    if (mark.wide) rim(mark.radius + 3, ink.muted, 1.2, [2, 3]);
    context.fillStyle = look.dim ? ink.faint : ink.text;
    context.font = `600 ${mark.radius > 20 ? 13 : 11}px ${FONT}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(mark.rows.length.toLocaleString('en'), x, y + 0.5);
    return;
  }
  const color = tone(look.color);
  if (mark.wide) {
    disc(mark.radius + 4, withOpacity(look.color, look.dim ? 0.08 : 0.2));
    rim(mark.radius + 4, color, 1.2, [2.5, 3]);
  } else {
    disc(mark.radius + 1.5, ink.sky);
    disc(mark.radius, look.hollow ? ink.sky : look.borrowed ? fade(color, ink.sky, 0.62) : color);
    if (look.hollow || look.borrowed) rim(mark.radius - 0.75, color, 1.5);
  }
  if (mark.radius < ICON_LEAST_PX) return;
  const onColor = mark.wide || look.hollow || look.borrowed ? color : look.dim ? ink.sky : ink.onKind;
  drawIcon(look.icon, onColor, x, y, mark.radius * 0.675);
}

const MOST_NAMES = 90;
const AIR_PX = 3;

/** Names of marks, in the order given; who finds no room stays silent unless it is among `first`. */
export function drawNames(
  context: Paper,
  drawn: readonly DrawnMark[],
  area: { left: number; top: number; right: number; bottom: number },
  scheme: Scheme,
  nameOf: (mark: Mark) => { text: string; first: boolean; faint: boolean } | undefined,
): void {
  const ink = INK[scheme];
  const taken = new Clearance();
  for (const { mark, x, y } of drawn) {
    const core = mark.radius * 0.85;
    taken.take({ left: x - core, top: y - core, right: x + core, bottom: y + core });
  }
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const named = drawn
    .map((one) => ({ ...one, name: nameOf(one.mark) }))
    .sort((a, b) => Number(b.name?.first ?? false) - Number(a.name?.first ?? false));
  let count = 0;
  for (const { mark, x, y, name } of named) {
    if (name === undefined || count >= MOST_NAMES) continue;
    const size = mark.rows.length > 1 ? 12 : Math.min(13, 10.5 + mark.radius / 6);
    context.font = `${name.first ? 600 : 500} ${size}px ${FONT}`;
    const lines = breakName(name.text);
    const tall = lines.length * size * 1.2 + AIR_PX;
    const wide = Math.max(...lines.map((line) => context.measureText(line).width)) + 2 * AIR_PX;
    const off = mark.radius + (mark.wide ? 7 : 3);
    const boxes = [
      { cx: x, cy: y + off + tall / 2 },
      { cx: x + off + wide / 2, cy: y },
      { cx: x - off - wide / 2, cy: y },
      { cx: x, cy: y - off - tall / 2 },
    ]
      .map(({ cx, cy }) => ({
        left: cx - wide / 2,
        right: cx + wide / 2,
        top: cy - tall / 2,
        bottom: cy + tall / 2,
      }))
      .filter(
        (one) =>
          one.left >= area.left &&
          one.right <= area.right &&
          one.top >= area.top &&
          one.bottom <= area.bottom,
      );
    const box = boxes.find((one) => taken.isFree(one)) ?? (name.first ? boxes[0] : undefined);
    if (box === undefined) continue;
    taken.take(box);
    count++;
    lines.forEach((line, row) => {
      const at = (box.top + box.bottom) / 2 + (row - (lines.length - 1) / 2) * size * 1.2;
      context.lineWidth = 3.5;
      context.strokeStyle = ink.sky;
      context.strokeText(line, (box.left + box.right) / 2, at);
      context.fillStyle = name.faint ? ink.faint : ink.text;
      context.fillText(line, (box.left + box.right) / 2, at);
    });
  }
}
