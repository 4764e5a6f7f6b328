/** Where bubbles and their names come to stand on a page of some size: pure, so that it can be tested. */
import type { Answer } from '../../../src/contract/questions.js';
import { type Box, Clearance } from '../graph/clearance.js';
import { breakName } from '../graph/label-text.js';

type Overview = Answer<'overview'>;

export interface Bubble {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Lines of its name, inside or beside it; none where there is no room. */
  readonly lines: readonly string[];
  readonly text: { readonly x: number; readonly y: number; readonly size: number };
}

const LINE = 1.25;
const AIR_PX = 10;
const SMALL_PX = 11;
/** Smaller discs have their names beside them. */
const LEAST_INSIDE_PX = 24;
/** About how wide a character is, as a share of the size of the letters; Chinese ones are square. */
const widthOf = (line: string, size: number) =>
  [...line].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.56), 0) * size;

/** Fits the discs of an overview into a page; upwards is positive there and downwards here. */
export function placeBubbles(
  communities: Overview['communities'],
  names: (place: number) => readonly string[],
  page: { width: number; height: number },
): Bubble[] {
  const edge = (of: (each: Overview['communities'][number]) => number) => communities.map(of);
  const left = Math.min(...edge(({ x, radius }) => x - radius));
  const right = Math.max(...edge(({ x, radius }) => x + radius));
  const top = Math.max(...edge(({ y, radius }) => y + radius));
  const bottom = Math.min(...edge(({ y, radius }) => y - radius));
  const scale = Math.max(
    0,
    Math.min((page.width - 2 * AIR_PX) / (right - left), (page.height - 2 * AIR_PX) / (top - bottom)),
  );
  const discs = communities.map(({ x, y, radius }) => ({
    x: page.width / 2 + (x - (left + right) / 2) * scale,
    y: page.height / 2 - (y - (top + bottom) / 2) * scale,
    radius: Math.max(2.5, radius * scale),
  }));
  const taken = new Clearance();
  for (const { x, y, radius } of discs)
    taken.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  return discs.map((disc, place) => {
    const inside = linesInside(names(place), disc.radius);
    if (inside !== undefined)
      return { ...disc, lines: inside.lines, text: { x: disc.x, y: disc.y, size: inside.size } };
    const [name = ''] = names(place);
    const lines = breakName(name).slice(0, 2);
    const size = SMALL_PX;
    const wide = Math.max(...lines.map((line) => widthOf(line, size)));
    const tall = lines.length * size * LINE;
    const spots = [disc.y + disc.radius + tall / 2 + 2, disc.y - disc.radius - tall / 2 - 2].map((y) => ({
      x: disc.x,
      y,
    }));
    spots.push(
      { x: disc.x + disc.radius + wide / 2 + 4, y: disc.y },
      { x: disc.x - disc.radius - wide / 2 - 4, y: disc.y },
    );
    for (const { x, y } of spots) {
      const box: Box = { left: x - wide / 2, right: x + wide / 2, top: y - tall / 2, bottom: y + tall / 2 };
      const isOnPage = box.left >= 0 && box.right <= page.width && box.top >= 0 && box.bottom <= page.height;
      if (!isOnPage || !taken.isFree(box)) continue;
      taken.take(box);
      return { ...disc, lines, text: { x, y, size } };
    }
    return { ...disc, lines: [], text: { x: disc.x, y: disc.y, size } };
  });
}

/** As many names as a disc has room for, in letters as large as it allows; undefined when not even one fits. */
function linesInside(names: readonly string[], radius: number) {
  const size = Math.max(11, Math.min(15, radius / 6));
  for (let count = names.length; count > 0; count--) {
    const lines = names.slice(0, count).flatMap(breakName);
    // One line more for the number of members.
    const tall = (lines.length + 1) * size * LINE;
    const wide = Math.max(...lines.map((line) => widthOf(line, size)));
    if (Math.hypot(tall, wide) < 2 * radius) return { lines, size };
  }
  const [name = ''] = names;
  return radius < LEAST_INSIDE_PX ? undefined : { lines: clipped(name, radius), size: SMALL_PX };
}

/** What of a long name fits into a disc: words in lines, the last one cut off. */
function clipped(name: string, radius: number): string[] {
  const isWide = (line: string) => widthOf(line, SMALL_PX) > 1.66 * radius;
  const most = Math.max(1, Math.min(3, Math.floor((1.2 * radius) / (SMALL_PX * LINE)) - 1));
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && !isWide(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => {
    let cut = line;
    while (cut.length > 1 && isWide(`${cut}…`)) cut = cut.slice(0, -1).trimEnd();
    return isWide(line) ? `${cut}…` : line;
  });
  const last = kept.length - 1;
  if (lines.length > most && !kept[last]!.endsWith('…')) kept[last] = `${kept[last]}…`;
  return kept;
}
