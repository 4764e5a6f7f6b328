/** How long Asterism takes from the start of a process to a graph that is ready to answer, and how much memory. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { barabasiAlbert } from './inputs.js';
import { TABLES } from './world-catalogue.js';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const RUNS = 3;

/**
 * Rows of the table, one an input: the world catalogue as a data folder, and files of 1,000,000 relations. Nothing is taken from a cache.
 * @param {string} folder for the inputs @param {(row: string) => boolean} isAsked
 */
export function* openings(folder, isAsked) {
  const inputs = /** @type {const} */ ([
    ['world catalogue, data folder → ready', worldFolder],
    ['1,000,000 relations, GraphML → ready', graphml],
    ['1,000,000 relations, CSV → ready', csv],
  ]);
  for (const [title, make] of inputs) {
    if (!isAsked(title)) continue;
    const path = make(folder);
    if (path === undefined) continue;
    const runs = Array.from({ length: RUNS }, () => open(path)).sort((a, b) => a.ms - b.ms);
    const { ms, bytes } = runs[RUNS >> 1] ?? { ms: Number.NaN, bytes: 0 };
    yield { title, cell: `${(ms / 1000).toFixed(2)} s, ${(bytes / 1e9).toFixed(2)} GB` };
  }
}

/** @param {string} path */
function open(path) {
  const start = performance.now();
  const output = run([here('open.js'), path]);
  return { ms: performance.now() - start, bytes: Number(output) };
}

/** @param {string[]} parameters */
function run(parameters) {
  const { stdout, stderr, status } = spawnSync(process.execPath, parameters, {
    encoding: 'utf8',
    env: { ...process.env, ASTERISM_CACHE: 'off' },
  });
  if (status !== 0) throw new Error(`${parameters.join(' ')} failed: ${stderr}`);
  return stdout;
}

/** @param {string} folder */
function worldFolder(folder) {
  if (!existsSync(TABLES)) return undefined;
  const out = join(folder, 'world');
  run([here('../../dist/packed/main.js'), 'import', 'gcat', TABLES, '--out', out]);
  return out;
}

/** @param {string} folder */
function graphml(folder) {
  const node = (/** @type {number} */ i) => `<node id="n${i}"/>`;
  const edge = (/** @type {number} */ a, /** @type {number} */ b) => `<edge source="n${a}" target="n${b}"/>`;
  const head = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">';
  return write(join(folder, 'million.graphml'), head, node, edge, '</graph></graphml>');
}

/** @param {string} folder */
function csv(folder) {
  return write(join(folder, 'million.csv'), 'source,target', undefined, (a, b) => `n${a},n${b}`, '');
}

/**
 * @param {string} path @param {string} head @param {((i: number) => string) | undefined} node
 * @param {(a: number, b: number) => string} edge @param {string} foot
 */
function write(path, head, node, edge, foot) {
  const { size, from, to } = barabasiAlbert(200_000, 5);
  const file = openSync(path, 'w');
  writeSync(file, `${head}\n`);
  if (node !== undefined) writeSync(file, `${Array.from({ length: size }, (_, i) => node(i)).join('\n')}\n`);
  writeSync(file, `${Array.from(from, (a, i) => edge(a, to[i] ?? 0)).join('\n')}\n${foot}`);
  closeSync(file);
  return path;
}
