/**
 * The world catalogue as a bare affiliation graph, straight from the tables of McDowell's General Catalog of Artificial Space
 * Objects (planet4589.org/space/gcat, CC BY), where these lie beside the clone or in the folder that ASTERISM_GCAT names.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the tables lie, if they are here. */
export const TABLES =
  process.env.ASTERISM_GCAT ?? fileURLToPath(new URL('../../../shared/gcat/', import.meta.url));

/**
 * Organisations with parents and states, launch sites, platforms, launch vehicles, programmes, launches and payloads; an edge for
 * every affiliation that the tables state, `-` being none and `A/B` two. Undefined where the tables are absent.
 *
 * @returns {{ size: number, from: Uint32Array, to: Uint32Array } | undefined}
 */
export function worldCatalogue() {
  if (!existsSync(TABLES)) return undefined;
  /** @type {Map<string, number>} */
  const nodes = new Map();
  /** @type {Map<string, { from: number, to: number }>} */
  const pairs = new Map();
  const node = (/** @type {string} */ key) => {
    const known = nodes.get(key) ?? nodes.size;
    nodes.set(key, known);
    return known;
  };
  const tie = (/** @type {string} */ kind, /** @type {string} */ name, /** @type {string[]} */ others) => {
    const a = node(`${kind} ${name}`);
    for (const other of others) {
      const b = node(other);
      if (a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, { from: a, to: b });
    }
  };
  const each = (/** @type {string} */ kind, /** @type {string | undefined} */ codes = '-') =>
    codes
      .split('/')
      .map((code) => code.trim().replace(/\?$/, ''))
      .filter((code) => code !== '' && code !== '-')
      .map((code) => `${kind} ${code}`);

  /** Several codes may be names of one organisation, which `UCode` tells. @type {Map<string, string>} */
  const unified = new Map();
  const organisations = rows('orgs.tsv');
  for (const row of organisations) unified.set(row.Code ?? '', row.UCode ?? '');
  const bodies = (/** @type {string | undefined} */ codes) =>
    each('org', codes).map((key) => `org ${unified.get(key.slice(4)) ?? key.slice(4)}`);
  for (const row of organisations)
    tie('org', row.UCode ?? '', [...bodies(row.Parent), ...bodies(row.StateCode)]);
  for (const row of rows('sites.tsv'))
    tie('site', row.Site ?? '', [...bodies(row.Parent), ...bodies(row.StateCode)]);
  for (const row of rows('platforms.tsv')) tie('platform', row.Code ?? '', bodies(row.Parent));
  for (const row of rows('launchlog.tsv')) {
    const launch = row.Launch_Tag ?? '';
    tie('launch', launch, [
      ...each('vehicle', row.LV_Type),
      ...each('site', row.Launch_Site),
      ...each('platform', row.Platform),
      ...bodies(row.Agency),
    ]);
    tie('payload', row.JCAT ?? '', [`launch ${launch}`, ...bodies(row.SatOwner)]);
    tie('vehicle', row.LV_Type ?? '', bodies(row.LVState));
  }
  for (const row of rows('psatcat.tsv')) tie('payload', row.JCAT ?? '', each('programme', row.Program));
  const edges = [...pairs.values()];
  return {
    size: nodes.size,
    from: Uint32Array.from(edges, ({ from }) => from),
    to: Uint32Array.from(edges, ({ to }) => to),
  };
}

/** @param {string} name @returns {Record<string, string | undefined>[]} */
function rows(name) {
  const [head = '', ...lines] = readFileSync(join(TABLES, name), 'utf8').split('\n');
  const columns = head.replace(/^#/, '').split('\t');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(columns.map((column, i) => [column, cells[i]?.trim()]));
    });
}
