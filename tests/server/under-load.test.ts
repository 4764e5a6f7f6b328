import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/server/serve.js';
import { openWorkspace } from '../../src/workspace.js';
import { preferentialArcs } from '../oracles/random-graph.js';

const folder = mkdtempSync(join(tmpdir(), 'asterism-load-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The value that this share of all does not pass. */
const shareAt = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;

describe('light questions under a heavy one', { timeout: 120_000 }, () => {
  it('are answered at once, because the event loop never waits on a kernel', async () => {
    const { from, to } = preferentialArcs(20_000, 4, 1);
    const file = join(folder, 'large.csv');
    writeFileSync(
      file,
      `source,target\n${Array.from(from, (v, i) => `actor${v},actor${to[i]}`).join('\n')}\n`,
    );
    const server = await serve(openWorkspace(file), {
      port: 0,
      host: '127.0.0.1',
      signals: false,
      environment: {},
    });
    try {
      const api = `${server.address}/api/v1`;
      const search = async (n: number) => {
        const startMs = performance.now();
        const { status } = await fetch(`${api}/search?q=actor${10_000 + n}`);
        expect(status).toBe(200);
        return performance.now() - startMs;
      };
      await search(0);
      const startMs = performance.now();
      const begun = await fetch(`${api}/tasks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'rank', parameters: { measures: 'betweenness' } }),
      });
      const task = new URL(begun.headers.get('location')!, server.address);
      const statusOf = async () => ((await (await fetch(task)).json()) as { status: string }).status;
      const busyMs: number[] = [];
      while (busyMs.length < 200 && (await statusOf()) === 'running')
        busyMs.push(await search(busyMs.length));
      const tookMs = performance.now() - startMs;
      expect(busyMs.length, 'the heavy question lasts long enough to tell').toBeGreaterThan(10);
      // A kernel on the event loop would hold a request for as long as it takes. Both sides slow down alike on a busy machine.
      expect(shareAt(busyMs, 1)).toBeLessThan(tookMs / 2);
      expect(shareAt(busyMs, 0.5)).toBeLessThan(tookMs / 20);
      await fetch(task, { method: 'DELETE' });
    } finally {
      await server.close();
    }
  });
});
