/** The base map: Natural Earth's countries, fetched once from this server when a map or the list of places is opened. */
import { useQuery } from '@tanstack/react-query';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import worldAddress from 'world-atlas/countries-50m.json?url';
import type { GraphAnswer } from '../../../src/contract/answers.js';
import { useShown } from '../graph/use-shown.js';
import { type Country, findCountries, type WorldFeatures } from './countries.js';
import { unrollShape } from './date-line.js';
import { placeEntities, type Stand } from './stands.js';

export interface World {
  readonly countries: WorldFeatures;
  findCountry(names: readonly string[]): Country | undefined;
}

async function loadWorld(): Promise<World> {
  const response = await fetch(worldAddress);
  if (!response.ok) throw new Error(`The base map did not come: the server answered ${response.status}.`);
  const topology = (await response.json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const stitched = feature(topology, topology.objects.countries) as WorldFeatures;
  const countries = {
    ...stitched,
    features: stitched.features.map((one) => ({ ...one, geometry: unrollShape(one.geometry) })),
  };
  return {
    countries,
    findCountry: findCountries(countries),
  };
}

export const useWorld = () =>
  useQuery({ queryKey: ['world'], queryFn: loadWorld, staleTime: Number.POSITIVE_INFINITY, retry: false });

let last: { columns: GraphAnswer; world: World; stands: readonly (Stand | undefined)[] } | undefined;

/** Where each row of the loaded columns stands; undefined until base map and graph have come. Computed once for each graph. */
export function useStands(): readonly (Stand | undefined)[] | undefined {
  const graph = useShown();
  const world = useWorld().data;
  if (graph === undefined || world === undefined) return undefined;
  const { columns, ontology } = graph;
  if (last?.columns !== columns || last.world !== world)
    last = { columns, world, stands: placeEntities(columns, ontology, world.findCountry) };
  return last.stands;
}
