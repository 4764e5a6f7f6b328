/** Icons of kinds on one canvas, for a texture: one image for the GPU whatever the number of kinds. */
import { iconAddress } from './icons.js';

export const ATLAS_COLUMNS = 8;
export const ATLAS_ROWS = 16;
const CELL_PX = 64;
/** Air around an icon, so that a smaller mip level does not bleed into the neighbour. */
const AIR_PX = 6;

export interface IconAtlas {
  readonly canvas: HTMLCanvasElement;
  /** Place of an icon, row by row; those beyond the last place share it. */
  cellOf(name: string): number;
  /** Calls back when all icons are drawn. */
  readonly drawn: Promise<void>;
}

/** Draws the icons of these names in white; only their opacity matters, colours come per star. */
export function createIconAtlas(names: readonly string[]): IconAtlas {
  const cells = new Map(
    [...new Set(names)].map((name, at) => [name, Math.min(at, ATLAS_COLUMNS * ATLAS_ROWS - 1)]),
  );
  const canvas = document.createElement('canvas');
  canvas.width = ATLAS_COLUMNS * CELL_PX;
  canvas.height = ATLAS_ROWS * CELL_PX;
  const context = canvas.getContext('2d');
  const draw = async (name: string, cell: number) => {
    const image = new Image();
    image.src = iconAddress(name, '#fff');
    await image.decode();
    context?.drawImage(
      image,
      (cell % ATLAS_COLUMNS) * CELL_PX + AIR_PX,
      Math.floor(cell / ATLAS_COLUMNS) * CELL_PX + AIR_PX,
      CELL_PX - 2 * AIR_PX,
      CELL_PX - 2 * AIR_PX,
    );
  };
  return {
    canvas,
    cellOf: (name) => cells.get(name) ?? 0,
    drawn: Promise.all([...cells].map(([name, cell]) => draw(name, cell))).then(() => {}),
  };
}
