/** The built server on a free port and a Chromium before it; every page reports what the browser complained of. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';

/** No browser is wanted. */
export const isOff = process.env['ASTERISM_NO_BROWSER'] === '1';
const executablePath = process.env['ASTERISM_CHROMIUM'] ?? '/usr/bin/chromium';
/** The graph is drawn without a graphics card, on a machine that may be busy. */
export const PATIENCE_MS = 90_000;

interface OpenOptions extends BrowserContextOptions {
  /** Complaints that the test provokes on purpose. */
  expected?: RegExp;
}

/** Opens the palette by its key, types, and takes the first entity of this name. */
export async function search(page: Page, text: string, name: string): Promise<void> {
  await page.locator('body').press('/');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Search names/ }).fill(text);
  await dialog.getByRole('button', { name }).first().click();
}

export interface Observatory {
  readonly address: string;
  /** A fresh page at this view, its graph drawn. Motion is reduced unless the options say otherwise. */
  open(view: string, options?: OpenOptions): Promise<Page>;
}

/**
 * A block of tests with one server and one browser. After each test its pages are closed, and the test fails when the console told an
 * error, a script threw, or the content security policy was violated.
 */
export function describeInBrowser(title: string, tests: (observatory: Observatory) => void): void {
  const words = isOff ? `${title} (skipped: ASTERISM_NO_BROWSER=1)` : title;
  describe.skipIf(isOff)(words, { timeout: PATIENCE_MS }, () => {
    let server: ChildProcess;
    let browser: Browser;
    let address = '';
    let complaints: string[] = [];

    beforeAll(async () => {
      [{ server, address }, browser] = await Promise.all([startServer(), launch()]);
    }, PATIENCE_MS);
    afterAll(async () => {
      await browser?.close();
      server?.kill();
    });
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
      const told = complaints;
      complaints = [];
      expect(told).toEqual([]);
    });

    tests({
      get address() {
        return address;
      },
      async open(view, { expected, ...options } = {}) {
        const context = await browser.newContext({
          viewport: { width: 1280, height: 860 },
          reducedMotion: 'reduce',
          ...options,
        });
        const page = await context.newPage();
        const complain = (text: string) => {
          if (expected?.test(text) !== true) complaints.push(text);
        };
        page.on('console', (message) => {
          if (message.type() === 'error') complain(message.text());
        });
        page.on('pageerror', (error) => complain(String(error.stack ?? error)));
        // A violation is also an error of the console; this names the directive even where that is silent (report-only, workers).
        await page.addInitScript(() =>
          document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
            console.error(`policy violated: ${violatedDirective} by ${blockedURI}`),
          ),
        );
        await page.goto(`${address}/${view}`);
        await page.locator('html[data-graph="ready"]').waitFor({ state: 'attached', timeout: PATIENCE_MS });
        // The sky frames itself anew when its letters have come; a frame may ask for further ones.
        await page.evaluate(async () => {
          do {
            await document.fonts.ready;
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          } while (document.fonts.status !== 'loaded');
        });
        return page;
      },
    });
  });
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
}

/** `asterism serve` on the bundled graph; its first line is its address. */
async function startServer(): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ['dist/packed/main.js', 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  const [first] = (await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(() => {
      throw new Error(`The server did not start: ${said}`);
    }),
  ])) as [Buffer];
  return { server, address: first.toString().trim() };
}
