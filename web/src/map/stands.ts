/** Where each entity stands on the map, and on what ground: its own coordinates, its country's centre, or those of what it lies in. */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import type { Country } from './countries.js';
import type { LonLat } from './mercator.js';

export type Precision = NonNullable<GraphAnswer['entities']['precision'][number]>;
export interface Stand extends LonLat {
  readonly precision: Precision;
  /** What the place is called, where the record says so. */
  readonly name: string | null;
  /** Row of the entity whose place it borrows. */
  readonly from?: number;
}

/** Wikidata's class of countries: a kind that maps to it, or descends from one that does, is found on the base map by its name. */
const COUNTRY_CLASS = 'Q6256';
/** Wikidata's properties that say where a thing is: location, administrative unit, country, headquarters. */
const PLACE_PROPERTIES = new Set(['P276', 'P131', 'P17', 'P159']);
const FINEST_FIRST: readonly Precision[] = ['exact', 'site', 'city', 'country'];
/** A hall in a port in a province in a country: more steps say nothing about a place. */
const MOST_STEPS = 3;

/**
 * One stand a row, undefined for what has no place. A record's coordinates come first; then, for a nation and for a place that is as
 * exact as a country, the centre of that country; what has neither borrows from what it lies in, the most exact first. What the
 * vocabulary calls a nation or a place is read from its mapping to Wikidata. O(entities + relations).
 */
export function placeEntities(
  { entities, relations }: GraphAnswer,
  ontology: OntologyRecord,
  findCountry: (names: readonly string[]) => Country | undefined,
): readonly (Stand | undefined)[] {
  const nations = nationKinds(ontology);
  const spoken = Object.values(entities.names);
  const stands = entities.id.map((_, row): Stand | undefined => {
    const [lat, lon, precision] = [entities.lat[row]!, entities.lon[row]!, entities.precision[row]!];
    const name = entities.place[row]!;
    if (lat !== null && lon !== null) return { lat, lon, precision: precision ?? 'city', name };
    const called = nations.has(entities.kind[row]!)
      ? [entities.name[row]!, ...spoken.flatMap((names) => names[row] ?? [])]
      : precision === 'country' && name !== null
        ? [name, name.replace(/^.*,\s*/, '')]
        : [];
    const country = called.length === 0 ? undefined : findCountry(called);
    return country && { lat: country.lat, lon: country.lon, precision: 'country', name: country.name };
  });
  const inside = placeTies(ontology);
  for (let step = 0; step < MOST_STEPS; step++) {
    const borrowed = new Map<number, Stand>();
    relations.type.forEach((type, row) => {
      const direction = inside.get(type);
      if (direction === undefined) return;
      const [lies, within] =
        direction === 'out'
          ? [relations.from[row]!, relations.to[row]!]
          : [relations.to[row]!, relations.from[row]!];
      const stand = stands[within];
      if (stands[lies] !== undefined || stand === undefined) return;
      const other = borrowed.get(lies);
      if (other === undefined || coarseness(stand) < coarseness(other))
        borrowed.set(lies, { ...stand, from: within });
    });
    if (borrowed.size === 0) break;
    for (const [row, stand] of borrowed) stands[row] = stand;
  }
  return stands;
}

const coarseness = ({ precision }: Stand) => FINEST_FIRST.indexOf(precision);

function nationKinds({ kinds }: OntologyRecord): ReadonlySet<string> {
  const found = new Set(kinds.flatMap(({ id, wikidata }) => (wikidata === COUNTRY_CLASS ? [id] : [])));
  // Once for each level that the taxonomy could have.
  for (const _ of kinds)
    for (const { id, parent } of kinds) if (parent !== undefined && found.has(parent)) found.add(id);
  return found;
}

/** Types that say that one end lies in the other: `out` when `from` lies in `to`. A property after `^` is read the other way. */
const placeTies = ({ types }: OntologyRecord): ReadonlyMap<string, 'out' | 'in'> =>
  new Map(
    types.flatMap(({ id, wikidata }) =>
      PLACE_PROPERTIES.has(wikidata.replace('^', ''))
        ? [[id, wikidata.startsWith('^') ? 'in' : 'out'] as const]
        : [],
    ),
  );
