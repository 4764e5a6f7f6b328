/**
 * `npm run bench:page`: what the page costs in Chromium, beside its targets. Time to the first labelled graph, script before it, the
 * longest task of the main thread while hovering, panning and filtering some thousand entities, and the opening of a large catalogue
 * where one is given (`-- --large FOLDER`). Without a graphics card the processor draws, and whatever asks the renderer for an answer
 * waits for it; so the renderer is named, and beside each measure stands how much of it the page's main thread was computing: neither
 * waiting for the renderer nor for others on the machine.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { prepareOrExit } from '../../src/prepare.js';
import { readArguments } from './arguments.js';

const {
  values: { large },
} = readArguments('npm run bench:page -- [--large FOLDER]', { large: { type: 'string' } });
prepareOrExit();
const executablePath = process.env['ASTERISM_CHROMIUM'] ?? '/usr/bin/chromium';
const WAIT_MS = 120_000;
const RUNS = 3;
const SETTLE_MS = 1_500;
const MARK = 'asterism-bench';

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
try {
  print('what', 'measured', 'target', 'of it computed');
  print(':--', '--:', '--:', '--:');
  await withServer([], async (address) => {
    await opening('first labelled graph', `${address}/`, 1_500);
    await handling(`${address}/?lens=everything`);
  });
  if (large !== undefined)
    await withServer(['--data', large], (address) =>
      opening('large catalogue, to its overview', `${address}/?lens=everything`, 6_000),
    );
  process.stdout.write(
    `\n${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}; Chromium ${browser.version()}, ${await renderer()}\n`,
  );
} finally {
  await browser.close();
}

/** A page on which long tasks and transferred script are counted from the start. */
async function newPage() {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks = /** @type {number[]} */ ([]);
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  // A new window has work of its own, as long as a page of ours.
  await page.waitForTimeout(SETTLE_MS);
  const computedMs = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  return { page, computedMs };
}

/** @param {import('playwright-core').Page} page */
function ready(page) {
  return page.locator('html[data-graph="ready"]').waitFor({ state: 'attached', timeout: WAIT_MS });
}

/** Medians of some runs from navigation to the first labelled graph. @param {string} title @param {string} address @param {number} targetMs */
async function opening(title, address, targetMs) {
  // The first is not counted: it warms the server.
  /** @type {{ ms: number, computed: number, bytes: number, task: number }[]} */
  const runs = [];
  for (let run = 0; run <= RUNS; run++) {
    const { page, computedMs } = await newPage();
    const start = performance.now();
    await page.goto(address);
    await ready(page);
    const ms = performance.now() - start;
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, entry) => sum + /** @type {PerformanceResourceTiming} */ (entry).encodedBodySize, 0),
    );
    runs.push({ ms, computed: await computedMs(), bytes, task: await longestTask(page) });
    await page.context().close();
  }
  const of = (/** @type {'ms' | 'computed' | 'bytes' | 'task'} */ what) =>
    runs
      .slice(1)
      .map((run) => run[what])
      .sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
  print(title, `${of('ms').toFixed(0)} ms`, `${targetMs} ms`, `${of('computed').toFixed(0)} ms`);
  print('– longest task meanwhile', `${of('task').toFixed(0)} ms`, '–', '–');
  print('– script before it, compressed', `${(of('bytes') / 1024).toFixed(0)} kB`, '350 kB', '–');
}

/** Longest tasks while a person works with a graph of some thousand entities. @param {string} address */
async function handling(address) {
  const { page } = await newPage();
  await page.goto(address);
  await ready(page);
  await page.waitForTimeout(2_000);
  const { x, y, width, height } = { x: 700, y: 300, width: 400, height: 260 };
  await task('hovering', async () => {
    for (let step = 0; step < 30; step++)
      await page.mouse.move(x + ((step * 137) % width), y + ((step * 71) % height));
  });
  await task('panning', async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < 20; step++) await page.mouse.move(x + step * 8, y + step * 3);
    await page.mouse.up();
  });
  await task('filtering', async () => {
    const kinds = page.getByRole('group', { name: 'Kinds' }).getByRole('button');
    for (const place of [0, 1, 0, 1]) await kinds.nth(place).click({ timeout: WAIT_MS });
  });
  await page.context().close();

  /** @param {string} title @param {() => Promise<void>} work */
  async function task(title, work) {
    await page.evaluate(() => /** @type {any} */ (globalThis).tasks.splice(0));
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
    await work();
    await page.waitForTimeout(1_500);
    await page.evaluate((name) => performance.mark(name), MARK);
    const computed = longestComputed((await browser.stopTracing()).toString());
    const whole = await longestTask(page);
    print(
      `${title}: longest task`,
      whole === 0 ? '< 50 ms' : `${whole.toFixed(0)} ms`,
      '100 ms',
      `${computed.toFixed(0)} ms`,
    );
  }
}

/** The most processor time that a task of the page's main thread took, in milliseconds; the mark tells which thread that is. @param {string} trace */
function longestComputed(trace) {
  /** @type {{ name: string, pid: number, tid: number, tdur?: number }[]} */
  const events = JSON.parse(trace).traceEvents;
  const mark = events.find(({ name }) => name === MARK);
  if (mark === undefined) throw new Error('The trace does not tell which thread is the page’s.');
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('::RunTask') && pid === mark.pid && tid === mark.tid,
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** 0 when none took 50 ms. @param {import('playwright-core').Page} page */
function longestTask(page) {
  return page.evaluate(() => Math.max(0, .../** @type {any} */ (globalThis).tasks));
}

async function renderer() {
  const page = await browser.newPage();
  return await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'no WebGL';
  });
}

/** @param {string[]} options @param {(address: string) => Promise<void>} work */
async function withServer(options, work) {
  const server = spawn(process.execPath, ['dist/packed/main.js', 'serve', '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [first] = /** @type {[Buffer]} */ (await once(server.stdout, 'data'));
    const address = first.toString().trim();
    while (!(await fetch(`${address}/readyz`)).ok) await new Promise((go) => setTimeout(go, 200));
    await work(address);
  } finally {
    server.kill();
  }
}

/** @param {string[]} cells */
function print(...cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
