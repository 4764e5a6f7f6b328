/** Discs that do not overlap, near where they were meant to be. */
import { type Control, checkpoint } from './control.js';
import { sortAgain } from './overlap-removal.js';

/** Where discs are meant to be, how large they are, and how far apart at least. */
export interface Bubbles {
  x: Float64Array;
  y: Float64Array;
  radii: Float64Array;
  gap: number;
}

const ROUNDS = 250;
/** Rounds in which discs are only parted, at most; among more than `CROWD` fewer, and the last lie too near by a part of the gap. */
const MORE_ROUNDS = 2_000;
/** What is nearer than this to not overlapping does not. */
const TOLERANCE = 1e-6;
/** Share of the way to the middle that one round draws discs; of more than so many a lesser one, for a crowd parts slowly. */
const PULL = 0.04;
const CROWD = 400;

/**
 * Moves discs apart until none overlaps, with `gap` between them, and back together while there is room: each round draws all a
 * little towards the middle (their areas' centre), then parts every pair that overlaps, met from left to right. Deterministic. Returns
 * where they end. 250 rounds or more, each O(discs · √discs) where they are of like size.
 *
 * @throws an `AbortError` when cancelled
 * @example two discs of radius 1 at (0, 0) and (1, 0), gap 0: they end 2 apart
 */
export function packBubbles(meant: Bubbles, control?: Control): { x: Float64Array; y: Float64Array } {
  const { radii, gap } = meant;
  const [x, y] = [meant.x.slice(), meant.y.slice()];
  const check = checkpoint(control);
  const area = radii.reduce((sum, radius) => sum + radius * radius, 0);
  const centre = (places: Float64Array) =>
    places.reduce((sum, place, i) => sum + place * radii[i]! * radii[i]!, 0) / area;
  const left = x.map((place, i) => place - radii[i]!);
  const crowding = Math.min(1, CROWD / x.length);
  const rounds = ROUNDS + MORE_ROUNDS * crowding;
  const order = Uint32Array.from(radii.keys()).sort((a, b) => left[a]! - left[b]!);
  for (let round = 0; round < rounds; round++) {
    check(round / rounds);
    // Less and less is drawn together, so that the last word is that none overlaps.
    const pull = PULL * crowding * Math.max(0, 1 - round / ROUNDS);
    const [cx, cy] = [centre(x), centre(y)];
    for (let i = 0; i < x.length; i++) {
      // Less across than upwards: pages are wide.
      x[i]! += 0.5 * pull * (cx - x[i]!);
      y[i]! += pull * (cy - y[i]!);
      left[i] = x[i]! - radii[i]!;
    }
    sortAgain(order, left, 1);
    let parted = false;
    for (let at = 0; at < order.length; at++) {
      const i = order[at]!;
      const reach = left[i]! + 2 * radii[i]! + gap;
      for (let later = at + 1; later < order.length && left[order[later]!]! < reach; later++)
        parted = part(i, order[later]!) || parted;
    }
    if (!parted && pull === 0) break;
  }
  return { x, y };

  /** The heavier of two moves less. False when they are apart already. */
  function part(a: number, b: number): boolean {
    const wanted = radii[a]! + radii[b]! + gap;
    let dx = x[b]! - x[a]!;
    let dy = y[b]! - y[a]!;
    if (Math.abs(dy) >= wanted) return false;
    let apart = Math.sqrt(dx * dx + dy * dy);
    if (apart >= wanted - TOLERANCE) return false;
    if (apart === 0) {
      const turn = Math.min(a, b) + radii.length * Math.max(a, b);
      [dx, dy] = [Math.cos(turn), Math.sin(turn)];
      apart = 1;
    }
    const push = (wanted - Math.min(apart, wanted)) / apart;
    const share = radii[a]! ** 2 / (radii[a]! ** 2 + radii[b]! ** 2);
    x[a]! -= dx * push * (1 - share);
    y[a]! -= dy * push * (1 - share);
    x[b]! += dx * push * share;
    y[b]! += dy * push * share;
    return true;
  }
}
