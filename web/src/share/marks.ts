/**
 * A picture as data: what is drawn where, in pixels with y downwards. One list is written as SVG and painted on a canvas, so that both
 * files show the same.
 */
import { FONT } from '../graph/label-text.js';

export interface PathMark {
  readonly mark: 'path';
  /** Path data as SVG has it. */
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  /** Pixels inked and left, for a line that is not solid. */
  readonly dash?: readonly [ink: number, gap: number];
  readonly opacity?: number;
  readonly round?: boolean;
  /** Where the path's own origin is put, and how much larger it is drawn. */
  readonly at?: { readonly x: number; readonly y: number; readonly scale: number };
}
export interface CircleMark {
  readonly mark: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
}
export interface TextMark {
  readonly mark: 'text';
  readonly x: number;
  /** Height of the middle of the letters. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight?: number;
  readonly italic?: boolean;
  readonly serif?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill: string;
  /** How wide the page's own font sets it: another font is to take no more room. */
  readonly wide?: number;
  /** Colour of a rim that keeps lines out of the letters. */
  readonly halo?: string;
}
export type Mark = PathMark | CircleMark | TextMark;

/** Marks that belong together: a group in SVG, named for whoever edits it. */
export interface Layer {
  readonly id: string;
  readonly marks: readonly Mark[];
  /** How far the layer is moved, its frame with it. */
  readonly offset?: { readonly x: number; readonly y: number };
  /** The rectangle out of which nothing stands. */
  readonly clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly title: string;
  /** What the picture is of, for those who do not see it. */
  readonly description: string;
  readonly layers: readonly Layer[];
}

/** From the middle of letters to the line they stand on, as a share of their size. */
export const BASELINE = 0.35;
export const HALO_PX = 3.5;

const SANS = FONT.replace('IBM Plex Sans Variable', 'IBM Plex Sans');
const SERIF = "'IBM Plex Serif', Georgia, 'Noto Serif CJK SC', 'Songti SC', serif";

/** Families by the names under which they are installed, for SVG. The page's own name for its font means nothing elsewhere. */
export const svgFamily = (serif: boolean | undefined) => (serif === true ? SERIF : SANS);
export const canvasFamily = (serif: boolean | undefined) => (serif === true ? SERIF : FONT);
