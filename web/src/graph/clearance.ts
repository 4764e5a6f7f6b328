/** Which rectangles of the screen are taken, so that labels never pile up. A grid of cells; each look-up touches only its own. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL_PX = 64;

/** Cells that a box touches: from and to, both included. */
const cellsOf = ({ left, top, right, bottom }: Box) => ({
  left: Math.floor(left / CELL_PX),
  top: Math.floor(top / CELL_PX),
  right: Math.floor(right / CELL_PX),
  bottom: Math.floor(bottom / CELL_PX),
});
const keyOf = (x: number, y: number) => x * 65_536 + y;

export class Clearance {
  readonly #cells = new Map<number, Box[]>();

  /** True when no taken box overlaps this one. */
  isFree(box: Box): boolean {
    const { left, top, right, bottom } = cellsOf(box);
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++)
        for (const other of this.#cells.get(keyOf(x, y)) ?? [])
          if (
            box.left < other.right &&
            other.left < box.right &&
            box.top < other.bottom &&
            other.top < box.bottom
          )
            return false;
    return true;
  }

  /** Takes a box, overlapping or not. */
  take(box: Box): void {
    const { left, top, right, bottom } = cellsOf(box);
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++) {
        const boxes = this.#cells.get(keyOf(x, y));
        if (boxes === undefined) this.#cells.set(keyOf(x, y), [box]);
        else boxes.push(box);
      }
  }
}
