/** Letters of names: the font, how wide a line is, where a long name breaks. */

/** The family that names are measured and written in. */
export const FONT =
  "'IBM Plex Sans Variable', system-ui, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";
/** Distance from line to line, as a share of the letters' size. */
export const LINE_HEIGHT = 1.2;
const LINE_CHARACTERS = 22;

export interface LabelStyle {
  readonly size: number;
  readonly weight: number;
  readonly italic: boolean;
}

export const fontOf = ({ size, weight, italic }: LabelStyle): string =>
  `${italic ? 'italic ' : ''}${weight} ${size}px ${FONT}`;

/** Breaks a name into at most two lines near its middle. What is too long leaves out what is between: names of a kind differ at their ends. */
export function breakName(name: string): string[] {
  if (name.length <= LINE_CHARACTERS) return [name];
  const spaces = [...name.matchAll(/[\s/–-]/g)].map(({ index }) => index);
  const middle = Math.min(name.length / 2, LINE_CHARACTERS);
  const cut = spaces.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best), -1);
  const head = cut > 0 ? name.slice(0, cut + 1).trim() : name.slice(0, LINE_CHARACTERS);
  const tail = name.slice(cut > 0 ? cut + 1 : LINE_CHARACTERS).trim();
  if (tail.length <= LINE_CHARACTERS + 6) return [clip(head), tail];
  const end = tail.slice(-(LINE_CHARACTERS + 4));
  return [clip(head), `…${end.slice(end.indexOf(' ') + 1)}`];
}

const clip = (line: string) =>
  line.length > LINE_CHARACTERS + 6 ? `${line.slice(0, LINE_CHARACTERS + 4).trimEnd()}…` : line;

const widths = new Map<string, Map<string, number>>();

/** Width of a line in a font; measuring is slow, and the same names come at each frame. */
export function widthOf(context: CanvasRenderingContext2D, style: LabelStyle, line: string): number {
  const font = fontOf(style);
  const ofFont = widths.get(font) ?? new Map<string, number>();
  const known = ofFont.get(line);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(line);
  if (ofFont.size > 20_000) ofFont.clear();
  widths.set(font, ofFont.set(line, width));
  return width;
}

/** Forgets measured widths: the page's fonts have come. */
export const forgetWidths = (): void => widths.clear();
