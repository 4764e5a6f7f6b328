/** The small picture of a network: a still SVG of circles, lines and as many names as find room. */
import type { Answer } from '../contract/questions.js';
import { escapeMarkup } from './escape.js';
import { shortened } from './words.js';

type Picture = NonNullable<Answer<'report'>['picture']>;

const WIDTH = 680;
const MARGIN = { x: 90, y: 24 };
const MOST_HEIGHT = 420;
const LEAST_HEIGHT = 120;
const RADIUS = 5;
const LETTER_WIDTH = 5.7;
const LINE_HEIGHT = 13;
const LONGEST_NAME = 30;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Draws entities where the answer places them, those in `marked` filled. A name that would cover another or a circle is tried on four
 * sides and then left out, the first entities choosing first; `unnamed` counts those. Ties from one to the next on `way` are dark, too.
 * O(entities²).
 */
export function networkPicture(
  { entities, ties }: Picture,
  marked: ReadonlySet<string>,
  way: readonly string[] = [],
) {
  const { place, height } = fitting(entities);
  const points = entities.map(place);
  const taken: Box[] = points.map(({ x, y }) => around(x, y));
  const names = entities.map(({ name }, i) => {
    const text = shortened(name, LONGEST_NAME);
    const spot = spots(points[i]!, text).find(
      ({ box }) => box.left >= 0 && box.right <= WIDTH && !taken.some((other) => overlap(box, other)),
    );
    if (spot === undefined) return '';
    taken.push(spot.box);
    return `<text x="${round(spot.x)}" y="${round(spot.y)}" text-anchor="${spot.anchor}">${escapeMarkup(text)}</text>`;
  });
  const steps = new Set(way.flatMap((id, nth) => [`${id} ${way[nth + 1]}`, `${way[nth + 1]} ${id}`]));
  const isStep = ({ from, to }: Picture['ties'][number]) =>
    steps.has(`${entities[from]!.id} ${entities[to]!.id}`);
  const line = ({ from, to }: Picture['ties'][number]) => {
    const [a, b] = [points[from]!, points[to]!];
    return `<line x1="${round(a.x)}" y1="${round(a.y)}" x2="${round(b.x)}" y2="${round(b.y)}"/>`;
  };
  const plain = ties.filter((tie) => !isStep(tie)).map(line);
  const dark = ties.filter(isStep).map(line);
  const circles = entities.map(({ id, name }, i) => {
    const fill = marked.has(id) ? '#1c2b4a' : '#8ba6d6';
    return `<circle cx="${round(points[i]!.x)}" cy="${round(points[i]!.y)}" r="${RADIUS}" fill="${fill}"><title>${escapeMarkup(name)}</title></circle>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${WIDTH} ${round(height)}" width="${WIDTH}" height="${round(height)}"><g stroke="#b9c6de" stroke-width="1">${plain.join('')}</g><g stroke="#1c2b4a" stroke-width="2">${dark.join('')}</g><g stroke="#fff" stroke-width="1">${circles.join('')}</g><g fill="#1c2b4a" font-size="10.5" font-family="sans-serif" stroke="#fff" stroke-width="3" paint-order="stroke">${names.join('')}</g></svg>`;
  return { svg, unnamed: names.filter((name) => name === '').length };
}

/** Stretches the layout into the frame, each way on its own: nearness matters here, not angles. */
function fitting(entities: Picture['entities']) {
  const xs = entities.map(({ x }) => x);
  const ys = entities.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const across = WIDTH - 2 * MARGIN.x;
  const asWide = right === left ? 0 : ((top - bottom) / (right - left)) * across;
  const least = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, entities.length * LINE_HEIGHT));
  const height = Math.min(MOST_HEIGHT, Math.max(least, asWide + 2 * MARGIN.y));
  const share = (value: number, low: number, high: number) =>
    high === low ? 0.5 : (value - low) / (high - low);
  return {
    height,
    place: ({ x, y }: { x: number; y: number }) => ({
      x: MARGIN.x + share(x, left, right) * across,
      // Upwards is positive in a layout, and negative on paper.
      y: MARGIN.y + (1 - share(y, bottom, top)) * (height - 2 * MARGIN.y),
    }),
  };
}

function spots({ x, y }: { x: number; y: number }, text: string) {
  const wide = [...text].reduce((sum, letter) => sum + LETTER_WIDTH * (letter > '\u2e7f' ? 1.9 : 1), 0);
  const gap = RADIUS + 3;
  const at = (anchor: 'start' | 'end' | 'middle', atX: number, atY: number) => {
    const left = anchor === 'start' ? atX : anchor === 'end' ? atX - wide : atX - wide / 2;
    return {
      anchor,
      x: atX,
      y: atY,
      box: { left, right: left + wide, top: atY - LINE_HEIGHT + 3, bottom: atY + 3 },
    };
  };
  return [
    at('start', x + gap, y + 4),
    at('end', x - gap, y + 4),
    at('middle', x, y - gap - 1),
    at('middle', x, y + gap + 9),
  ];
}

const around = (x: number, y: number): Box => ({
  left: x - RADIUS,
  right: x + RADIUS,
  top: y - RADIUS,
  bottom: y + RADIUS,
});
const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const round = (value: number) => Math.round(value * 10) / 10;
