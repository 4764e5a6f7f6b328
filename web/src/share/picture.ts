/** The picture of a view: title and scope above the sky or the map, legend and licences below, ready to be written as SVG or PNG. */
import type { Answer } from '../../../src/contract/questions.js';
import { countText } from '../count-text.js';
import { freeArea } from '../graph/camera.js';
import type { DrawnSky } from '../graph/drawn-sky.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { INK, type Scheme } from '../theme.js';
import type { View } from '../view.js';
import { legendMarks } from './legend-marks.js';
import { canvasFamily, type Layer, type Mark, type Picture, type TextMark } from './marks.js';
import { creditWords, scopeWords } from './picture-words.js';
import { closerFor, SHEET_MARGIN_PX, SHEETS, type Sheet } from './sheet.js';
import type { Sight } from './sight.js';
import { skyMarks } from './sky-marks.js';

const MARGIN_PX = SHEET_MARGIN_PX;
const TITLE_PX = 21;
const SMALL_PX = 11.5;
const MOST_STEPS = 4;
/** A little more than it takes, so that few steps do. */
const OVERSHOOT = 1.02;

/** What stands between the panels of the sky, as it stands, or closer together where the sheet is narrow. */
export function skySight(
  drawn: DrawnSky,
  scheme: Scheme,
  ontology: ShownGraph['ontology'],
  sheet: Sheet,
): Sight {
  const area = freeArea(drawn.sky);
  let closer = 1;
  let marks = skyMarks(drawn, scheme, area, closer);
  // Names keep their size, so that a sky half as wide has not half the frame: it comes to fit in steps.
  for (let step = 0; step < MOST_STEPS && closerFor(sheet, marks.frame.width) > 1; step++) {
    closer *= OVERSHOOT * closerFor(sheet, marks.frame.width);
    marks = skyMarks(drawn, scheme, area, closer);
  }
  const { columns, shown } = drawn.look;
  return {
    ...marks,
    graph: { columns, shown, ontology },
    colors: drawn.colors,
    credits: [],
  };
}

/** Sets what is to be seen between its words. The date is that of the picture, in the reader's own calendar. */
export function drawPicture(
  sight: Sight,
  view: View,
  meta: Answer<'meta'>,
  { title, scheme, date, sheet }: { title: string; scheme: Scheme; date: string; sheet: Sheet },
): Picture {
  const { frame, graph, entities, relations } = sight;
  const { columns } = graph;
  const width = Math.max(SHEETS[sheet].leastPx, frame.width + 2 * MARGIN_PX);
  const inner = width - 2 * MARGIN_PX;
  const ink = INK[scheme];

  const head: Mark[] = [];
  let y = MARGIN_PX;
  const write = (marks: Mark[], text: string, size: number, fill: string, serif = false) => {
    for (const line of wrap(text, inner, size, serif)) {
      y += size * 0.75;
      marks.push({
        mark: 'text',
        x: MARGIN_PX,
        y,
        text: line,
        size,
        fill,
        ...(serif ? { serif, weight: 500 } : {}),
      });
      y += size * 0.75;
    }
  };
  write(head, title, TITLE_PX, ink.text, true);
  const { unplaced = 0 } = sight;
  const seen = `${countText.entities(entities.length)} and ${countText.relations(relations.length)} in the picture${unplaced === 0 ? '' : `, ${countText.entities(unplaced)} ${unplaced === 1 ? 'has' : 'have'} no place`}`;
  const scope = `${scopeWords(view, meta, graph)} · ${seen}`;
  write(head, scope, SMALL_PX, ink.muted);
  y += 10;
  const skyTop = y;
  y += frame.height + 8;
  const rule = (at: number): Mark => ({
    mark: 'path',
    d: `M${MARGIN_PX} ${at}H${width - MARGIN_PX}`,
    stroke: ink.muted,
    width: 0.6,
    opacity: 0.5,
  });
  const legend = legendMarks(sight, scheme, inner, (text) => measure(text, SMALL_PX, false));
  const legendTop = y;
  y += legend.height + 8;
  const foot: Mark[] = [rule(legendTop), rule(y)];
  y += 10;
  const collections = new Set([
    ...entities.map((row) => columns.entities.collection[row]!),
    ...relations.map((row) => columns.relations.collection[row]!),
  ]);
  const credits = [...creditWords(meta, collections), ...sight.credits];
  for (const credit of credits) write(foot, credit, SMALL_PX, ink.muted);
  const made = `Revision ${meta.revision.slice(0, 12)} · ${date} · drawn with Asterism`;
  write(foot, made, SMALL_PX, ink.muted);

  // Pixels of the page become pixels of the picture; what is narrower than the words stands in their middle.
  const shift = { x: (width - frame.width) / 2 - frame.x, y: skyTop - frame.y };
  return {
    width,
    height: Math.ceil(y + MARGIN_PX - 4),
    background: ink.sky,
    title,
    description: [scope, ...credits, made].join('. '),
    layers: [
      { id: 'heading', marks: head },
      ...sight.layers.map((layer) => ({ ...layer, offset: shift })),
      { id: 'legend', marks: legend.marks, offset: { x: MARGIN_PX, y: legendTop } },
      { id: 'credits', marks: foot },
    ].map(withWidths),
  };
}

const withWidths = (layer: Layer): Layer => ({
  ...layer,
  marks: layer.marks.map((mark) => (mark.mark === 'text' ? { ...mark, wide: widthOf(mark) } : mark)),
});

let context: CanvasRenderingContext2D | null | undefined;
const measure = (text: string, size: number, serif: boolean): number =>
  widthOf({ text, size, serif, weight: serif ? 500 : 400 });

function widthOf({
  text,
  size,
  weight = 400,
  italic = false,
  serif = false,
}: Pick<TextMark, 'text' | 'size' | 'weight' | 'italic' | 'serif'>): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * 0.55;
  context.font = `${italic ? 'italic ' : ''}${weight} ${size}px ${canvasFamily(serif)}`;
  return context.measureText(text).width;
}

/** Lines that fit, broken at spaces; a word that alone is too long keeps its line. */
function wrap(text: string, width: number, size: number, serif: boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`, size, serif) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
