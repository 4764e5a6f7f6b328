/** The look of the base map as a MapLibre style: land, borders, a grid. Nothing in it is asked of the network, no words are in it. */
import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';
import { INK, type Scheme } from '../theme.js';
import type { World } from './world.js';

const GRID_DEGREES = 30;
/** Meridians and parallels. */
export const GRID: GeoJSON.MultiLineString = {
  type: 'MultiLineString',
  coordinates: [
    ...steps(-180, 180).map((lon) => steps(-85, 85, 5).map((lat) => [lon, lat])),
    ...steps(-60, 60).map((lat) => steps(-180, 180, 5).map((lon) => [lon, lat])),
  ],
};

function steps(from: number, to: number, by = GRID_DEGREES): number[] {
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, step) => from + step * by);
}

/** The layer whose filter names the countries that are lit. */
export const LIT_COUNTRIES = 'lit-countries';

/** Countries by the name that Natural Earth gives them. */
export const countriesNamed = (names: readonly string[]): FilterSpecification => [
  'in',
  ['get', 'name'],
  ['literal', [...names]],
];

export function baseStyle(world: World, scheme: Scheme): StyleSpecification {
  const ink = INK[scheme];
  return {
    version: 8,
    sources: {
      grid: { type: 'geojson', data: GRID },
      countries: { type: 'geojson', data: world.countries },
    },
    // Each sort of layer is a shader program more, and without a GPU each costs a tenth of a second: two sorts, lines and fills. The
    // sea is what shines through.
    layers: [
      { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': ink.grid, 'line-width': 1 } },
      {
        id: 'land',
        type: 'fill',
        source: 'countries',
        paint: { 'fill-color': ink.land, 'fill-antialias': false },
      },
      {
        id: LIT_COUNTRIES,
        type: 'fill',
        source: 'countries',
        filter: countriesNamed([]),
        paint: { 'fill-color': ink.accent, 'fill-opacity': 0.16, 'fill-antialias': false },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'countries',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': ink.coast, 'line-width': 0.8 },
      },
    ],
  };
}
