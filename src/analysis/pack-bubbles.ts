/** Discs that do not overlap, near where they were meant to be. */

export interface Disc {
  x: number;
  y: number;
  readonly radius: number;
}

const ROUNDS = 250;
/** Rounds in which discs are only parted, at most. */
const MORE_ROUNDS = 2_000;
/** What is nearer than this to not overlapping does not. */
const TOLERANCE = 1e-6;
/** Share of what is missing or too much that one round mends. */
const PULL = 0.04;

/**
 * Moves discs apart until none overlaps, with `gap` between them, and back together while there is room: each round draws all a
 * little towards the middle (their areas' centre), then parts every pair that overlaps. Deterministic. O(250 to 2,250 · discs²): for a few
 * hundred.
 *
 * @example two discs of radius 1 at (0, 0) and (1, 0), gap 0: they end 2 apart
 */
export function packBubbles(discs: readonly Disc[], gap: number): void {
  for (let round = 0; round < ROUNDS + MORE_ROUNDS; round++) {
    const area = discs.reduce((sum, { radius }) => sum + radius * radius, 0);
    const cx = discs.reduce((sum, { x, radius }) => sum + x * radius * radius, 0) / area;
    const cy = discs.reduce((sum, { y, radius }) => sum + y * radius * radius, 0) / area;
    // Less and less is drawn together, so that the last word is that none overlaps.
    const pull = PULL * Math.max(0, 1 - round / ROUNDS);
    for (const disc of discs) {
      // Less across than upwards: pages are wide.
      disc.x += 0.5 * pull * (cx - disc.x);
      disc.y += pull * (cy - disc.y);
    }
    let parted = false;
    for (let i = 0; i < discs.length; i++)
      for (let j = i + 1; j < discs.length; j++)
        parted = part(discs[i]!, discs[j]!, gap, i + discs.length * j) || parted;
    if (!parted && pull === 0) return;
  }
}

/** The heavier of two moves less. False when they are apart already. */
function part(a: Disc, b: Disc, gap: number, turn: number): boolean {
  const wanted = a.radius + b.radius + gap;
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  let apart = Math.hypot(dx, dy);
  if (apart >= wanted - TOLERANCE) return false;
  if (apart === 0) {
    [dx, dy] = [Math.cos(turn), Math.sin(turn)];
    apart = 1;
  }
  const push = (wanted - Math.min(apart, wanted)) / apart;
  const share = (a.radius * a.radius) / (a.radius * a.radius + b.radius * b.radius);
  a.x -= dx * push * (1 - share);
  a.y -= dy * push * (1 - share);
  b.x += dx * push * share;
  b.y += dy * push * share;
  return true;
}
