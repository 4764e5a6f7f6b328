/**
 * Entities that the user has put somewhere, kept in the address: a link shows them there, and undo takes a move back. They outlive
 * the sky: another lens shows a pinned entity where it was put.
 */
import { changeView, currentView, useView } from '../view.js';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** An address has its bounds: of more pins the latest stay, the first are let go. */
export const MOST_PINS = 30;

let read: { text: string | undefined; places: ReadonlyMap<string, Place> } = {
  text: undefined,
  places: new Map(),
};

/** Positions in the graph's own units, by id: `casc*2105*-340.5,cnsa*12*8`. What somebody mangled is no pin. */
export function readPins(text: string | undefined): ReadonlyMap<string, Place> {
  if (read.text === text) return read.places;
  const places = new Map<string, Place>();
  for (const part of text?.split(',') ?? []) {
    const [, id, x, y] = /^(.+)\*(-?[\d.]+)\*(-?[\d.]+)$/.exec(part) ?? [];
    if (id === undefined || !Number.isFinite(Number(x)) || !Number.isFinite(Number(y))) continue;
    places.set(decoded(id), { x: Number(x), y: Number(y) });
  }
  read = { text, places };
  return places;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function write(places: Iterable<readonly [id: string, place: Place]>, fold?: string): void {
  const parts = [...places]
    .slice(-MOST_PINS)
    .map(([id, { x, y }]) =>
      [encodeURIComponent(id), ...[x, y].map((at) => Number(at.toFixed(1)))].join('*'),
    );
  const pins = parts.length === 0 ? undefined : parts.join(',');
  changeView({ pins }, fold === undefined ? {} : { fold });
}

/** The pins as they stand, outside React. */
export const currentPins = (): ReadonlyMap<string, Place> => readPins(currentView().pins);

/** The pins as they stand; the component is drawn again when the view changes. */
export const usePins = (): ReadonlyMap<string, Place> => readPins(useView().pins);

/** Puts one somewhere. Quick moves of the same one are a single step. */
export function pin(id: string, place: Place): void {
  const others = [...currentPins()].filter(([other]) => other !== id);
  write([...others, [id, place]], `pin ${id}`);
}

/** Lets these go, all of them without ids: they return to where the layout has them. */
export function unpin(ids?: readonly string[]): void {
  write(ids === undefined ? [] : [...currentPins()].filter(([id]) => !ids.includes(id)));
}
