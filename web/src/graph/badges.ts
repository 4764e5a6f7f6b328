/** Marks on stars: how many neighbours are hidden from view, and a pin on those that were put where they stand. */
import { INK } from '../theme.js';
import type { Box } from './clearance.js';
import type { LabelScene } from './place-labels.js';

export interface Star {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** With more stars than this in sight only the hovered and the selected bear a badge: on all of them it would be noise. */
const MOST_STARS_WITH_BADGES = 60;
const LEAST_RADIUS_PX = 7;
const HEIGHT_PX = 15;
/** A badge covers this much of the rim, so that the pointer gets from one to the other. */
const OVERLAP = 0.55;

let drawn: readonly { readonly id: string; readonly box: Box }[] = [];

/** The entity on whose badge a point of the sky lies, as last drawn. */
export const badgeAt = ({ x, y }: { x: number; y: number }): string | undefined =>
  drawn.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.id;

/** Draws badges and pins; `take` hears of the ground of each, before names look for theirs. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  stars: readonly Star[],
  scene: LabelScene,
  take: (box: Box) => void,
): void {
  const ink = INK[scene.scheme];
  const first = new Set(scene.first);
  const few = stars.length <= MOST_STARS_WITH_BADGES;
  const badges: { id: string; box: Box }[] = [];
  context.font = `600 10px 'IBM Plex Sans Variable', system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { id, x, y, radius } of stars) {
    if (scene.pinned(id)) drawPin(x - 0.75 * radius, y - 0.75 * radius);
    const isFirst = first.has(id);
    const isDim = scene.lit !== undefined && !scene.lit.entities.has(id);
    if (!isFirst && (!few || isDim || radius < LEAST_RADIUS_PX)) continue;
    const hidden = scene.hidden(id);
    if (hidden <= 0) continue;
    const text = `+${hidden.toLocaleString('en')}`;
    const wide = context.measureText(text).width + 9;
    const left = x + OVERLAP * radius;
    const bottom = y - OVERLAP * radius + HEIGHT_PX / 3;
    const box = { left, right: left + wide, top: bottom - HEIGHT_PX, bottom };
    const isCovered = stars.some((star) => star.id !== id && touches(box, star));
    if (!isFirst && (isCovered || badges.some((other) => overlap(box, other.box)))) continue;
    take(box);
    badges.push({ id, box });
    context.beginPath();
    context.roundRect(box.left, box.top, wide, HEIGHT_PX, HEIGHT_PX / 2);
    context.fillStyle = ink.sky;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = isDim ? ink.faint : ink.accent;
    context.stroke();
    context.fillStyle = isDim ? ink.faint : ink.accent;
    context.fillText(text, left + wide / 2, bottom - HEIGHT_PX / 2 + 0.5);
  }
  drawn = badges;

  /** A pin stuck in from the upper left: head and needle. */
  function drawPin(x: number, y: number): void {
    take({ left: x - 9, right: x + 2, top: y - 9, bottom: y + 2 });
    context.lineWidth = 3;
    for (const color of [ink.sky, ink.accent]) {
      context.strokeStyle = context.fillStyle = color;
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x - 5, y - 5);
      context.stroke();
      context.beginPath();
      context.arc(x - 6, y - 6, color === ink.sky ? 5 : 3.6, 0, 2 * Math.PI);
      context.fill();
      context.lineWidth = 1.5;
    }
  }
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const touches = (box: Box, { x, y, radius }: Star) =>
  overlap(box, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
