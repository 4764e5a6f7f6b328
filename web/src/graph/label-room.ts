/** The room that names look for: an area of the sky, and what in it is taken. */
import type { Area } from './camera.js';
import { type Box, Clearance } from './clearance.js';

/**
 * What a name keeps clear of beside other names and badges: the `stars`; if there is no room, a landmark's name only of `landmarks`, for
 * it may lie over small stars; and in a crowd, or in a picture, which nobody can come closer to, only of the `hearts` of larger ones.
 */
export type Crowd = 'stars' | 'landmarks' | 'hearts';

export class LabelRoom {
  readonly #area: Area;
  readonly #taken: Readonly<Record<Crowd, Clearance>> = {
    stars: new Clearance(),
    landmarks: new Clearance(),
    hearts: new Clearance(),
  };

  constructor(area: Area) {
    this.#area = area;
  }

  /** Takes a box for those that keep clear of this crowd. */
  takeAs(crowd: Crowd, box: Box): void {
    this.#taken[crowd].take(box);
  }

  /** Takes a box for everybody. */
  take = (box: Box): void => {
    for (const clearance of Object.values(this.#taken)) clearance.take(box);
  };

  /** Takes the first of these boxes that is clear of the first of these crowds that leaves one; undefined where none does. */
  find(boxes: readonly Box[], crowds: readonly Crowd[] = ['stars']): Box | undefined {
    const open = boxes.filter((box) => this.#isOpen(box));
    for (const crowd of crowds) {
      const free = open.find((box) => this.#taken[crowd].isFree(box));
      if (free !== undefined) return this.#use(free);
    }
    return undefined;
  }

  /** Takes one of these boxes whatever is in the way. */
  insist(boxes: readonly Box[], crowds: readonly Crowd[]): Box | undefined {
    return this.find(boxes, crowds) ?? this.#use(boxes.find((box) => this.#isOpen(box)) ?? boxes[0]);
  }

  #use(box: Box | undefined): Box | undefined {
    if (box !== undefined) this.take(box);
    return box;
  }

  /** Panels float above what is around the area: a name beneath one is cut off, so it goes to the side that is open. */
  #isOpen({ left, top, right, bottom }: Box): boolean {
    const { left: west, top: north, right: east, bottom: south } = this.#area;
    return left >= west && right <= east && top >= north && bottom <= south;
  }
}

/** The box of a size around a point. */
export const boxAround = (x: number, y: number, wide: number, tall: number): Box => ({
  left: x - wide / 2,
  right: x + wide / 2,
  top: y - tall / 2,
  bottom: y + tall / 2,
});

export const middleOf = ({ left, top, right, bottom }: Box): { x: number; y: number } => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});
