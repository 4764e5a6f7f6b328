/** A paper that takes strokes as a canvas does and keeps them as marks: what the map draws for the screen, it draws for a picture. */
import type { Paper } from '../map/paper.js';
import type { Mark } from './marks.js';
import { colorAndOpacity } from './sky-marks.js';

const px = (value: number) => Number(value.toFixed(2));

/** Knows of the canvas what a map asks of it (see `Paper`). Fonts are `WEIGHT SIZEpx FAMILY`, and letters stand on their middle. */
export class MarksPaper implements Paper {
  readonly marks: Mark[] = [];
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  font = '400 12px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  #path = '';
  #dash: readonly number[] = [];
  #halo: { readonly text: string; readonly color: string } | undefined;
  readonly #measurer = document.createElement('canvas').getContext('2d');

  beginPath(): void {
    this.#path = '';
  }
  moveTo(x: number, y: number): void {
    this.#path += `M${px(x)} ${px(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.#path += `L${px(x)} ${px(y)}`;
  }
  arc(x: number, y: number, radius: number, start: number, end: number): void {
    const at = (turn: number) => `${px(x + radius * Math.cos(turn))} ${px(y + radius * Math.sin(turn))}`;
    // An arc that ends where it began is none in SVG: each half is drawn for itself.
    const middle = (start + end) / 2;
    this.#path += `M${at(start)}`;
    for (const turn of [middle, end]) this.#path += `A${px(radius)} ${px(radius)} 0 0 1 ${at(turn)}`;
  }
  setLineDash(dash: number[]): void {
    this.#dash = dash;
  }
  fill(): void {
    const { color, opacity } = colorAndOpacity(this.fillStyle);
    this.#add({ mark: 'path', d: this.#path, fill: color }, opacity);
  }
  stroke(): void {
    const { color, opacity } = colorAndOpacity(this.strokeStyle);
    const [ink, gap] = this.#dash;
    const dash = ink === undefined || gap === undefined ? {} : { dash: [ink, gap] as const };
    this.#add({ mark: 'path', d: this.#path, stroke: color, width: this.lineWidth, ...dash }, opacity);
  }
  #add(mark: Mark & { mark: 'path' }, opacity: number | undefined): void {
    if (mark.d !== '') this.marks.push(opacity === undefined ? mark : { ...mark, opacity });
  }
  measureText(text: string): TextMetrics {
    if (this.#measurer === null) throw new Error('The browser gives no canvas to measure letters on.');
    this.#measurer.font = this.font;
    return this.#measurer.measureText(text);
  }
  /** The rim of the letters that are written next. */
  strokeText(text: string): void {
    this.#halo = { text, color: this.strokeStyle };
  }
  fillText(text: string, x: number, y: number): void {
    const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font) ?? [];
    this.marks.push({
      mark: 'text',
      x,
      y,
      text,
      size: Number(size ?? 12),
      weight: Number(weight ?? 400),
      anchor: this.textAlign === 'center' ? 'middle' : 'start',
      fill: this.fillStyle,
      ...(this.#halo?.text === text ? { halo: this.#halo.color } : {}),
    });
    this.#halo = undefined;
  }
}
