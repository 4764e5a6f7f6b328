/** Icons of kinds on one canvas, for a texture: one image for the GPU whatever the number of kinds. */
import { iconPath } from './icons.js';

export const ATLAS_COLUMNS = 8;
export const ATLAS_ROWS = 16;
const CELL_PX = 64;
/** Side of the square that an icon's path is written in. */
const ICON_UNITS = 24;
/** Air around an icon, so that a smaller mip level does not bleed into the neighbour. */
const AIR_PX = 6;

export interface IconAtlas {
  readonly canvas: HTMLCanvasElement;
  /** Place of an icon, row by row; those beyond the last place share it. */
  cellOf(name: string): number;
}

/** Draws the icons of these names in white; only their opacity matters, colours come per star. */
export function createIconAtlas(names: readonly string[]): IconAtlas {
  const cells = new Map(
    [...new Set(names)].map((name, at) => [name, Math.min(at, ATLAS_COLUMNS * ATLAS_ROWS - 1)]),
  );
  const canvas = document.createElement('canvas');
  canvas.width = ATLAS_COLUMNS * CELL_PX;
  canvas.height = ATLAS_ROWS * CELL_PX;
  // In main memory: it is drawn once and then read, as a texture.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser draws nothing on a canvas.');
  context.strokeStyle = '#fff';
  context.lineWidth = 2;
  context.lineCap = context.lineJoin = 'round';
  const scale = (CELL_PX - 2 * AIR_PX) / ICON_UNITS;
  for (const [name, cell] of cells) {
    const left = (cell % ATLAS_COLUMNS) * CELL_PX + AIR_PX;
    const top = Math.floor(cell / ATLAS_COLUMNS) * CELL_PX + AIR_PX;
    context.setTransform(scale, 0, 0, scale, left, top);
    context.stroke(new Path2D(iconPath(name)));
  }
  return {
    canvas,
    cellOf: (name) => cells.get(name) ?? 0,
  };
}
