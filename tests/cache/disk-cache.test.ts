import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DiskCache } from '../../src/cache/disk-cache.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'asterism-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (digit: string) => digit.repeat(64);
const signed = (content: Buffer) => Buffer.concat([createHash('sha256').update(content).digest(), content]);
const entry = { scores: Float64Array.of(0, -1.5, Number.NaN), ranks: Uint32Array.of(3, 1, 2) };

describe('DiskCache', () => {
  it('gives back what it was given, to another one too, and nothing for another key', async () => {
    await new DiskCache(join(folder, 'new', 'one')).write(key('a'), entry);
    const cache = new DiskCache(join(folder, 'new', 'one'));
    expect(await cache.read(key('a'))).toEqual(entry);
    expect(await cache.read(key('b'))).toBeUndefined();
    expect(await new DiskCache(join(folder, 'nowhere')).read(key('a'))).toBeUndefined();
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['a digest and nothing else', (bytes) => bytes.subarray(0, 32)],
    ['one bit other', (bytes) => Buffer.from(bytes.map((byte, i) => (i === 60 ? byte ^ 1 : byte)))],
    ['of another Node.js', () => signed(Buffer.of(0xff, 0x7f, 0x6f))],
    ['longer', (bytes) => Buffer.concat([bytes, Buffer.of(0)])],
    ['something else', () => Buffer.from('{"scores": [1, 2, 3]}')],
  ])('takes an entry that is %s for none, and removes it', async (_, damage) => {
    const cache = new DiskCache(folder);
    await cache.write(key('a'), entry);
    const path = join(folder, key('a'));
    writeFileSync(path, damage(readFileSync(path)));
    expect(await cache.read(key('a'))).toBeUndefined();
    expect(existsSync(path)).toBe(false);
    await cache.write(key('a'), entry);
    expect(await cache.read(key('a'))).toEqual(entry);
  });

  it('lets the entries go that were used longest ago, and no file of others', async () => {
    const bytes = await (async () => {
      await new DiskCache(folder).write(key('0'), entry);
      return readFileSync(join(folder, key('0'))).length;
    })();
    const cache = new DiskCache(folder, 3 * bytes);
    writeFileSync(join(folder, 'README'), 'mine');
    const age = (digit: string, seconds: number) => utimesSync(join(folder, key(digit)), seconds, seconds);
    for (const digit of ['1', '2']) await cache.write(key(digit), entry);
    ['0', '1', '2'].forEach((digit, i) => {
      age(digit, 1_000 + i);
    });
    await cache.read(key('0'));
    await cache.write(key('3'), entry);
    expect(readdirSync(folder).sort()).toEqual([key('0'), key('2'), key('3'), 'README']);
  });

  it('removes what a writer left that died long ago, not what one writes now', async () => {
    const left = (name: string) => join(folder, `${key('a')}.${name}.tmp`);
    writeFileSync(left('01'), 'half');
    utimesSync(left('01'), 1_000, 1_000);
    writeFileSync(left('02'), 'half');
    await new DiskCache(folder).write(key('b'), entry);
    expect(existsSync(left('01'))).toBe(false);
    expect(existsSync(left('02'))).toBe(true);
  });

  it('has a whole entry or none when the writer is killed', { timeout: 60_000 }, async () => {
    const module = new URL('../../dist/cache/disk-cache.js', import.meta.url).href;
    const script = `
      const { DiskCache } = await import('${module}');
      const cache = new DiskCache('${folder}');
      console.log('writing');
      for (let i = 1; ; i++) await cache.write('${key('a')}', { numbers: new Float64Array(500_000).fill(i) });`;
    const cache = new DiskCache(folder);
    for (const afterMs of [5, 20, 45, 80]) {
      const writer = spawn(process.execPath, ['--input-type=module', '--eval', script]);
      await new Promise((resolve) => writer.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      writer.kill('SIGKILL');
      await new Promise((resolve) => writer.once('close', resolve));
      const wasThere = existsSync(join(folder, key('a')));
      const found = await cache.read<{ numbers: Float64Array }>(key('a'));
      expect(found !== undefined, 'what is there is whole').toBe(wasThere);
      if (found !== undefined) expect(new Set(found.numbers).size).toBe(1);
    }
  });

  it('stands several writers of one entry', async () => {
    const caches = [1, 2, 3, 4].map(() => new DiskCache(folder));
    await Promise.all(caches.map((cache) => cache.write(key('a'), entry)));
    expect(readdirSync(folder)).toEqual([key('a')]);
    expect(await caches[0]!.read(key('a'))).toEqual(entry);
  });

  it('says once that it cannot write, and is content', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    try {
      const file = join(folder, 'file');
      writeFileSync(file, '');
      const cache = new DiskCache(join(file, 'below'));
      await cache.write(key('a'), entry);
      await cache.write(key('b'), entry);
      expect(warn).toHaveBeenCalledTimes(1);
      expect(warn.mock.calls[0]![0]).toMatch(/^Results are not kept: ENOTDIR.*ASTERISM_CACHE/);
      expect(await cache.read(key('a'))).toBeUndefined();
    } finally {
      warn.mockRestore();
    }
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'reads a folder that it may not write',
    async () => {
      await new DiskCache(folder).write(key('a'), entry);
      chmodSync(folder, 0o500);
      const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
      expect(await new DiskCache(folder).read(key('a'))).toEqual(entry);
      warn.mockRestore();
      chmodSync(folder, 0o700);
    },
  );
});
