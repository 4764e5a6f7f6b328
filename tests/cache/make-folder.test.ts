import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../src/cache/make-folder.js';

describe('makeFolder', () => {
  const own = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'asterism-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };
  it('makes what is missing, by several at once', async () => {
    const deep = join(await own(), 'a', 'b', 'c');
    await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(join(deep, 'd'))]);
    await makeFolder(deep);
    expect((await stat(join(deep, 'd'))).isDirectory()).toBe(true);
  });
  it('does not take a file for a folder', async () => {
    const file = join(await own(), 'file');
    await writeFile(file, '');
    await expect(makeFolder(file)).rejects.toThrow(/EEXIST/);
    await expect(makeFolder(join(file, 'within'))).rejects.toThrow(/ENOTDIR/);
  });
  it.skipIf(!existsSync('/proc/self'))('gives up on a file system without folders', async () => {
    await expect(makeFolder('/proc/asterism/data/graph')).rejects.toThrow(/ENOENT|EACCES|EROFS/);
  });
});
