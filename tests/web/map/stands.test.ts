/** Where entities stand: their own coordinates, their country's centre, or what they lie in; never more exact than that. */
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { expect, it } from 'vitest';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { findCountries, innerPoint, type WorldFeatures } from '../../../web/src/map/countries.js';
import { unroll, unrollShape } from '../../../web/src/map/date-line.js';
import { placeEntities } from '../../../web/src/map/stands.js';
import { columns, ontology } from '../small-sky.js';

const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const world = feature(topology, topology.objects.countries) as WorldFeatures;
const findCountry = findCountries(world);

const vocabulary: OntologyRecord = {
  ...ontology,
  kinds: ontology.kinds.map((kind) => (kind.id === 'company' ? { ...kind, wikidata: 'Q6256' } : kind)),
  types: ontology.types.map((type) =>
    type.id === 'commands'
      ? { ...type, wikidata: 'P276' }
      : type.id === 'allied-with'
        ? { ...type, wikidata: '^P17' }
        : type,
  ),
};
const placed = (entities: Partial<GraphAnswer['entities']>): GraphAnswer => ({
  ...columns,
  entities: { ...columns.entities, ...entities },
});

it('finds a country by the names of the base map and of ISO 3166, accents and article aside', () => {
  for (const [name, found] of [
    ['China', 'China'],
    ['Türkiye', 'Turkey'],
    ['United States', 'United States of America'],
    ['Czech Republic', 'Czechia'],
    ['Laos', 'Laos'],
    ['the Netherlands', 'Netherlands'],
  ] as const)
    expect(findCountry([name])?.name).toBe(found);
  expect(findCountry(['Chinese Academy of Sciences'])).toBeUndefined();
});

it('takes own coordinates first, then the country of a nation, then borrows along ties of place', () => {
  // b is a nation by its kind; c (a start-up, below company) too, but nobody knows its name. a lies in b, d lies in a.
  const answer = placed({
    name: ['A', 'Mongolia', 'C', 'D', 'E'],
    lat: [null, null, null, null, 12],
    lon: [null, null, null, null, 0],
    precision: [null, null, null, null, 'site'],
  });
  const [a, b, c, d, e] = placeEntities(answer, vocabulary, findCountry);
  expect(b).toMatchObject({ name: 'Mongolia', precision: 'country' });
  expect(a).toMatchObject({ from: 1, precision: 'country', lat: b!.lat, lon: b!.lon });
  expect(d).toMatchObject({ from: 0, precision: 'country' });
  // `^P17` is read from `to` to `from`: a lies in c, so c learns nothing from a.
  expect(c).toBeUndefined();
  expect(e).toEqual({ lat: 12, lon: 0, precision: 'site', name: null });
});

it('borrows the most exact place there is', () => {
  const answer = placed({
    lat: [null, 10, 20, null, null],
    lon: [null, 10, 20, null, null],
    precision: [null, 'city', 'site', null, null],
  });
  expect(placeEntities(answer, vocabulary, findCountry)[0]).toMatchObject({ from: 2, precision: 'site' });
});

it('marks a country inside its own borders, a crescent too', () => {
  const crescent = [
    [0, 0],
    [10, 0],
    [10, 1],
    [1, 1],
    [1, 9],
    [10, 9],
    [10, 10],
    [0, 10],
    [0, 0],
  ];
  const { lon, lat } = innerPoint({ type: 'Polygon', coordinates: [crescent] });
  expect(lat).toBeCloseTo(5, 5);
  expect(lon).toBeCloseTo(0.5, 5);
});

it('unrolls what crosses the date line and closes what runs around the pole', () => {
  expect(
    unroll([
      [170, 0],
      [-175, 1],
      [175, 2],
    ]).map(([lon]) => lon),
  ).toEqual([170, 185, 175]);
  const jumps = world.features
    .flatMap(({ geometry }) => unrollShape(geometry).coordinates.flat())
    .flatMap((ring) =>
      ring.slice(1).map(([lon, lat], at) => (lat === -90 ? 0 : Math.abs(lon! - ring[at]![0]!))),
    );
  expect(jumps.filter((jump) => jump > 180).length).toBeLessThanOrEqual(1);
});
