/** Which points a closed line encloses. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether a point lies inside a closed line (even–odd rule). O(points of the line). */
export function isInside({ x, y }: Point, line: readonly Point[]): boolean {
  let inside = false;
  line.forEach((a, at) => {
    const b = line[(at + 1) % line.length]!;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y)) inside = !inside;
  });
  return inside;
}
