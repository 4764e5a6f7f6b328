/**
 * Makes a clone ready to run: installs packages that are missing and builds what is older than its sources. Plain JavaScript with
 * nothing but Node's own modules, because it runs before anything is installed. Speaks on standard error only.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampsFile = join(root, 'dist', 'stamps.json');
const lockFolder = join(root, '.preparing');

/** What is built: from which files and folders, by which program, and the file that shows it was. */
const BUILDS = [
  {
    id: 'code',
    doing: 'building the program',
    inputs: ['src', 'tsconfig.json', 'package-lock.json'],
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
    result: 'dist/cli/main.js',
  },
  {
    id: 'packed',
    doing: 'packing the program',
    inputs: ['src', 'tsconfig.json', 'package-lock.json'],
    command: ['src/pack.js'],
    result: 'dist/packed/main.js',
  },
  ...['betweenness-lanes', 'distance-bits', 'pagerank-sweeps'].map((name) => ({
    id: `wasm/${name}`,
    doing: `building the fast kernel ${name}`,
    inputs: ['src/kernels/wasm', 'package-lock.json'],
    command: [
      'node_modules/assemblyscript/bin/asc.js',
      `src/kernels/wasm/${name}.ts`,
      '--outFile',
      `dist/kernels/wasm/${name}.wasm`,
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--importMemory',
    ],
    result: `dist/kernels/wasm/${name}.wasm`,
  })),
  {
    id: 'web',
    doing: 'building the page',
    inputs: ['web', 'src/contract', 'src/model', 'tsconfig.json', 'package-lock.json'],
    command: [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'web/vite.config.ts',
      '--logLevel',
      'warn',
    ],
    result: 'dist/web/index.html',
  },
];

/** A failure that the person at the terminal can mend: shown as one line, without a stack. */
export class PrepareError extends Error {}

/**
 * Brings packages and builds up to date; does nothing, in a few milliseconds, when they are. Throws PrepareError with what to do.
 * One process prepares at a time; the others wait for it.
 */
export function prepare() {
  demandNode();
  if (isInstalled() && staleBuilds().length === 0) return;
  const release = takeLock();
  try {
    if (!isInstalled()) install();
    for (const build of staleBuilds()) run(build);
  } finally {
    release();
  }
}

function demandNode() {
  const least = readJson('package.json').engines.node.replace('>=', '');
  const [have, want] = [process.versions.node, least].map((text) => text.split('.').map(Number));
  const difference = [0, 1, 2].map((place) => have[place] - want[place]).find((step) => step !== 0) ?? 0;
  if (difference < 0)
    throw new PrepareError(
      `Asterism needs Node.js ${least} or newer; this is ${process.versions.node}. Get one from https://nodejs.org/`,
    );
}

/**
 * npm records what it installed in node_modules/.package-lock.json, as its last step. Packages are up to date when that record
 * names the versions of package-lock.json; optional ones (other platforms' binaries) may be missing.
 */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const wanted = readJson('package-lock.json').packages;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      installed[path]?.version === entry.version ||
      (installed[path] === undefined && (entry.optional || entry.devOptional || entry.peer)),
  );
}

function install() {
  say('installing packages (once, about a minute)');
  // `npm start` tells where npm is; a plain `node src/asterism.js` finds it on the path.
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock that lacks binaries of platforms for which a version has none. The lock is followed, not written.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.error)
    throw new PrepareError(
      `npm cannot be started (${result.error.message}). It comes with Node.js: install it, then try again.`,
    );
  if (result.status === 0) return;
  const said = `${result.stdout}${result.stderr}`.trim();
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(said);
  throw new PrepareError(
    `${said}\n${offline ? 'The package registry cannot be reached. Connect to the network (the first start needs it), then try again.' : 'npm install failed, see above.'}`,
  );
}

/** Builds whose inputs are not those of the last time, or whose result is gone. */
function staleBuilds() {
  const stamps = existsSync(stampsFile) ? readJson('dist/stamps.json') : {};
  return BUILDS.filter(
    (build) => stamps[build.id] !== fingerprint(build.inputs) || !existsSync(join(root, build.result)),
  );
}

/** @param {typeof BUILDS[number]} build */
function run(build) {
  say(build.doing);
  const stamp = fingerprint(build.inputs);
  const [program = '', ...args] = build.command;
  // Without its result a compiler's own memory of earlier runs is worthless: it would write nothing.
  if (build.id === 'code' && !existsSync(join(root, build.result)))
    rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
  const result = spawnSync(process.execPath, [join(root, program), ...args], { cwd: root, encoding: 'utf8' });
  if (result.status !== 0 || !existsSync(join(root, build.result)))
    throw new PrepareError(
      `${result.stdout}${result.stderr}${result.error?.message ?? ''}\nAsterism cannot be built, see above.`,
    );
  const stamps = existsSync(stampsFile) ? readJson('dist/stamps.json') : {};
  writeFileSync(stampsFile, `${JSON.stringify({ ...stamps, [build.id]: stamp })}\n`);
}

/**
 * Hash over path, size and time of change of every input file.
 * @param {readonly string[]} inputs
 */
function fingerprint(inputs) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else hash.update(`${path} ${stat?.size} ${stat?.mtimeMs}\n`);
  };
  for (const input of inputs) add(input);
  return hash.digest('hex').slice(0, 16);
}

/** Waits until no living process prepares, then marks this one as doing so; the returned function ends that. */
function takeLock() {
  const owner = join(lockFolder, 'pid');
  for (let announced = false; ; ) {
    try {
      mkdirSync(lockFolder);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(lockFolder, { recursive: true, force: true });
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== 'EEXIST')
        throw new PrepareError(
          `asterism: ${root} cannot be written to (${code}), and what is built there is out of date. Let its owner run: npm run build`,
        );
    }
    if (!announced) say(`waiting for another process that prepares; ${owner} names it`);
    announced = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    if (!isAlive(owner)) rmSync(lockFolder, { recursive: true, force: true });
  }
}

/**
 * Whether the process named in a lock still runs. A lock without a name yet is young, or its owner died between two lines.
 * @param {string} owner
 */
function isAlive(owner) {
  try {
    const pid = Number(readFileSync(owner, 'utf8'));
    if (pid > 0) return process.kill(pid, 0);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ENOENT') return code === 'EPERM';
  }
  // A lock that has gone meanwhile is nobody's to take away.
  return Date.now() - (statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < 2_000;
}

/** @param {string} path @returns {any} */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`asterism: ${text}\n`);
}

/** Runs `prepare` for a program; ends it with one message when that fails. */
export function prepareOrExit() {
  try {
    prepare();
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(70);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) prepareOrExit();
