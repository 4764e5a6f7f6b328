/**
 * `npm run bench`: times Asterism beside igraph, graph-tool, NetworkX and graphology, where they are installed, on the same graphs,
 * and prints one table, in three quarters of an hour, most of it spent waiting for peers; `--quick` takes small graphs and less than a minute.
 * Words after it keep the rows that hold them all: `npm run bench -- catalogue leiden`. What the page costs is measured by
 * `npm run bench:page`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareOrExit } from '../../src/prepare.js';
import { readArguments } from './arguments.js';
import { barabasiAlbert, grid, world } from './inputs.js';
import { openings } from './openings.js';

const {
  values: { quick: isQuick },
  words,
} = readArguments('npm run bench -- [--quick] [words that the rows to be measured hold, all of them]', {
  quick: { type: 'boolean', default: false },
});
prepareOrExit();
const { compile, measureOurs } = await import('./ours.js');
const { measureForces } = await import('./forces.js');

/** @typedef {import('./inputs.js').Input} Input */
/** @typedef {{ ms?: number, runs?: number, scaled?: boolean, isOver?: boolean, version?: string, missing?: string | undefined }} Timing */

const RUNS = 5;
/** Uncounted runs before those, where there is time for them: compilers and caches are warm, ours and the peers'. */
const WARMING = 5;
/** Repeating ends after the first, and waiting after the second, in seconds. */
const LIMITS = isQuick ? { repeat: 2, wait: 8 } : { repeat: 5, wait: 120 };
const PEERS = ['igraph', 'graph-tool', 'NetworkX', 'graphology'];
const python = '/usr/bin/python3';
const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** Graphs, each with what is done on it. @type {[() => Input | undefined, string[]][]} */
const PLAN = isQuick
  ? [
      [
        () => barabasiAlbert(2_000, 4),
        [
          'betweenness',
          'betweenness of ties',
          'weighted betweenness',
          'harmonic',
          'PageRank',
          'core numbers',
        ],
      ],
      [() => barabasiAlbert(2_000, 4, true), ['betweenness']],
      [() => grid(30), ['betweenness']],
      [() => barabasiAlbert(20_000, 5), ['one shortest path']],
    ]
  : [
      [
        world,
        [
          'betweenness',
          'betweenness of ties',
          'weighted betweenness',
          'harmonic',
          'PageRank',
          'core numbers',
          'Leiden',
        ],
      ],
      [
        () => barabasiAlbert(20_000, 4),
        ['betweenness', 'betweenness of ties', 'harmonic', 'PageRank', 'core numbers', 'Leiden'],
      ],
      [() => barabasiAlbert(20_000, 4, true), ['betweenness']],
      // Where peers end in time.
      [() => barabasiAlbert(5_000, 4), ['weighted betweenness']],
      [() => grid(120), ['betweenness', 'harmonic']],
      [() => barabasiAlbert(200_000, 5), ['one shortest path']],
    ];
const isAsked = (/** @type {string} */ row) =>
  words.every((word) => row.toLowerCase().includes(word.toLowerCase()));

/** @type {Map<string, string>} */
const versions = new Map();
const folder = mkdtempSync(join(tmpdir(), 'asterism-bench-'));
try {
  print(['graph and work', 'Asterism', ...PEERS, 'apart from igraph']);
  print(Array.from({ length: PEERS.length + 3 }, (_, i) => (i === 0 ? ':--' : '--:')));
  for (const [make, works] of PLAN) await measureGraph(make(), works);
  const forces = barabasiAlbert(20_000, 4);
  const forcesTitle = `${forces.title}: ForceAtlas2 iteration`;
  if (!isQuick && isAsked(forcesTitle)) printForces(forcesTitle, measureForces(compile(forces)));
  if (!isQuick) for (const row of openings(folder, isAsked)) print([row.title, row.cell]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const peers = [...versions].map(([name, version]) => `${name} ${version}`).join(', ');
process.stdout.write(
  `\n${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.versions.node}; ${peers}\n` +
    `Medians of ${RUNS} runs after ${WARMING} that do not count, where all of them fit into ${LIMITS.repeat} s; (1) to (4) where only so many did, > where one would take longer than ${LIMITS.wait} s; ≈ scaled up from 100 nodes. One shortest path: median of 5,000 pairs after as many, peers 200. Leiden: igraph's own number of iterations, medians of the modularities.\n`,
);

/** @param {Input | undefined} input @param {string[]} works */
async function measureGraph(input, works) {
  if (input === undefined) {
    process.stdout.write('| world catalogue: not here, ASTERISM_GCAT names the folder of its tables |\n');
    return;
  }
  const asked = works.filter((work) => isAsked(`${input.title}: ${work}`));
  if (asked.length === 0) return;
  const csr = compile(input);
  const file = join(folder, 'graph');
  writeGraph(csr, file);
  for (const work of asked) {
    const { times, scores } = await measureOurs(work, csr, WARMING + RUNS, LIMITS.repeat);
    const ms = median(warm(times));
    const scoresFile = join(folder, 'scores');
    rmSync(scoresFile, { force: true });
    const cells = PEERS.map((peer) => {
      const timing = measurePeer(peer, work, file, scoresFile);
      return timing.ms === undefined ? (timing.missing ?? '—') : describe(timing, timing.ms / ms);
    });
    print([
      `${input.title}: ${work}`,
      duration(ms),
      ...cells,
      work === 'Leiden' ? modularities(scores, scoresFile) : apart(scores, scoresFile),
    ]);
  }
}

/** @param {string} title @param {ReturnType<typeof measureForces>} measured */
function printForces(title, { ours, theirs }) {
  const ms = median(ours.times);
  const theirMs = median(theirs.times);
  const cells = PEERS.map((peer) =>
    peer === 'graphology' ? describe({ ms: theirMs, runs: RUNS }, theirMs / ms) : '—',
  );
  const errors = [ours, theirs].map(({ error }) => `${(100 * error).toFixed(2)} %`);
  print([title, duration(ms), ...cells, `force error ${errors[0]}, graphology ${errors[1]}`]);
}

/** @param {string} peer @param {string} work @param {string} file @param {string} scoresFile @returns {Timing} */
function measurePeer(peer, work, file, scoresFile) {
  const command =
    peer === 'graphology'
      ? [process.execPath, here('graphology.js'), work, file]
      : [python, here('peers.py'), peer, work, file, scoresFile];
  const [program = '', ...parameters] = command;
  const { stdout, stderr, error, status } = spawnSync(
    program,
    [...parameters, String(WARMING + RUNS), String(LIMITS.repeat)],
    {
      encoding: 'utf8',
      timeout: LIMITS.wait * 1000,
    },
  );
  const code = /** @type {NodeJS.ErrnoException | undefined} */ (error)?.code;
  if (code === 'ENOENT') return { missing: 'not installed' };
  if (code === 'ETIMEDOUT') return { ms: LIMITS.wait * 1000, runs: RUNS, isOver: true };
  if (status !== 0) throw new Error(`${peer} failed at ${work}: ${stderr}`);
  const { times, scale, version, missing } =
    /** @type {{ times?: number[], scale?: number, version?: string, missing?: string }} */ (
      JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    );
  if (version !== undefined) versions.set(peer, version);
  if (times === undefined) return { missing };
  const counted = warm(times);
  return { ms: median(counted) * (scale ?? 1), runs: counted.length, scaled: scale !== undefined };
}

/** The graph as peers.py reads it. @param {import('./ours.js').Csr} csr @param {string} file */
function writeGraph({ size, directed, offsets, targets, values }, file) {
  const from = [];
  const to = [];
  const lengths = [];
  for (let node = 0; node < size; node++) {
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
      const target = targets[i] ?? 0;
      if (!directed && target < node) continue;
      from.push(node);
      to.push(target);
      lengths.push(values?.[i] ?? 1);
    }
  }
  const head = Uint32Array.of(size, from.length, directed ? 1 : 0, 0);
  const parts = [head, Uint32Array.from(from), Uint32Array.from(to), Float64Array.from(lengths)];
  writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part.buffer))));
}

/** @param {string} file */
function readScores(file) {
  try {
    return new Float64Array(new Uint8Array(readFileSync(file)).buffer);
  } catch {
    return undefined;
  }
}

/** Greatest difference to igraph's scores, as a share of the greater of 1 and the score. @param {ArrayLike<number> | undefined} ours @param {string} file */
function apart(ours, file) {
  const theirs = readScores(file);
  if (ours === undefined || theirs === undefined) return '—';
  return theirs
    .reduce(
      (most, score, i) => Math.max(most, Math.abs(score - (ours[i] ?? 0)) / Math.max(1, Math.abs(score))),
      0,
    )
    .toExponential(0);
}

/** @param {ArrayLike<number> | undefined} ours @param {string} file */
function modularities(ours, file) {
  const middle = (/** @type {ArrayLike<number> | undefined} */ values) =>
    values === undefined ? '—' : median(Array.from(values)).toFixed(4);
  return `modularity ${middle(ours)}, igraph ${middle(readScores(file))}`;
}

/** @param {Timing} timing @param {number} ratio */
function describe({ ms = 0, runs = 0, scaled, isOver }, ratio) {
  const sign = isOver === true ? '> ' : scaled === true ? '≈ ' : '';
  const fewer = runs < RUNS ? ` (${runs})` : '';
  return `${sign}${duration(ms)}${fewer}, ${isOver === true ? '> ' : ''}${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`;
}

/** @param {number} ms */
function duration(ms) {
  if (ms < 1) return `${(ms * 1000).toFixed(ms < 0.1 ? 1 : 0)} µs`;
  return ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
}

/** Those that count. @param {number[]} times */
function warm(times) {
  return times.slice(-Math.max(RUNS, times.length - WARMING));
}

/** @param {number[]} times */
function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** @param {string[]} cells */
function print(cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
