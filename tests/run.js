/**
 * `npm test`: brings packages and builds up to date, runs every check and every test, and ends with `N passed, N failed`. With
 * arguments (`npm test -- tests/kernels`) only Vitest runs, on these.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareOrExit } from '../src/prepare.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const chosen = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Checks beside the tests; each counts as one. Paths are programs of packages, run by this Node. */
const CHECKS = {
  'lint and format': ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings'],
  'types of src': ['typescript/bin/tsc', '-p', '.', '--noEmit', '--incremental', 'false'],
  'types of web': ['typescript/bin/tsc', '-p', 'web', '--noEmit'],
  'types of tests': ['typescript/bin/tsc', '-p', 'tests'],
  'unused files, exports, packages': ['knip/bin/knip.js', '--no-progress'],
};

prepareOrExit();
if (chosen.length === 0) for (const [title, command] of Object.entries(CHECKS)) check(title, command);
provideChromium();
runVitest();
const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
process.exitCode = counts.failed === 0 ? 0 : 1;
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);

/**
 * @param {string} title
 * @param {string[]} command
 */
function check(title, command) {
  const { status, stdout, stderr } = runPackage(command, 'pipe');
  count(title, status === 0, `${stdout}${stderr}`);
}

/**
 * Counts one check and tells of it; what it wrote is shown only when it failed.
 * @param {string} title
 * @param {boolean} isPassed
 * @param {string} said
 */
function count(title, isPassed, said) {
  counts[isPassed ? 'passed' : 'failed']++;
  process.stdout.write(isPassed ? `✓ ${title}\n` : `${said.trim()}\n✗ ${title}\n`);
}

/**
 * @param {string[]} command
 * @param {'inherit' | 'pipe'} stdio
 */
function runPackage([program = '', ...args], stdio) {
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', stdio, stdio],
    maxBuffer: 64 * 1024 * 1024,
  });
}

function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'asterism-tests-'));
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = runPackage(['vitest/vitest.mjs', 'run', ...reporters, ...chosen], 'inherit');
  const before = counts.failed;
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += results.numPassedTests;
    counts.failed += results.numFailedTests;
    counts.skipped += results.numPendingTests + results.numTodoTests;
    // A file that cannot be loaded has no tests that could fail.
    for (const { name, status: verdict, assertionResults } of results.testResults)
      if (verdict === 'failed' && assertionResults.length === 0) count(`${name} cannot be loaded`, false, '');
  } catch (error) {
    count('Vitest', false, `Vitest left no results: ${error}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // Errors outside any test, thresholds, no test found: Vitest says no though nothing in its results does.
  if (status !== 0 && counts.failed === before)
    count('Vitest', false, 'Vitest failed outside any test, see above.');
}

/** Tells the tests where a Chromium is, by ASTERISM_CHROMIUM; installs one for a whole run where there is none. */
function provideChromium() {
  if (process.env.ASTERISM_NO_BROWSER === '1') {
    delete process.env.ASTERISM_CHROMIUM;
    process.stdout.write('ASTERISM_NO_BROWSER=1: tests that need a browser are skipped.\n');
    return;
  }
  let found = findChromium();
  if (found === undefined && (chosen.length === 0 || chosen.some((each) => each.includes('browser')))) {
    // One that is named and is not there is a mistake to mend, not to install around.
    if (!process.env.ASTERISM_CHROMIUM) installChromium();
    found = findChromium();
    if (found === undefined)
      count(
        'browser',
        false,
        'No Chromium was found or installed. Set ASTERISM_CHROMIUM to one, or ASTERISM_NO_BROWSER=1.',
      );
  }
  if (found === undefined) delete process.env.ASTERISM_CHROMIUM;
  else process.env.ASTERISM_CHROMIUM = found;
}

function findChromium() {
  const named = process.env.ASTERISM_CHROMIUM;
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined;
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  const asked = spawnSync(process.execPath, ['-p', "require('playwright-core').chromium.executablePath()"], {
    cwd: root,
    encoding: 'utf8',
  });
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    asked.stdout.trim(),
  ];
  return candidates.find((path) => path !== '' && isExecutable(path));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installChromium() {
  const isRootOnDebian = process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');
  process.stdout.write(
    `No Chromium found: installing one with ${isRootOnDebian ? 'apt-get' : 'Playwright'} for the browser tests.\n`,
  );
  if (isRootOnDebian) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (/** @type {string[]} */ ...args) =>
      spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
    apt('update');
    if (apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')) return;
  }
  runPackage(['playwright-core/cli.js', 'install', 'chromium'], 'inherit');
}
