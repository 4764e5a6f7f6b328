/** Results on disk, each in a file named by the hash of what it answers: written whole or not at all, a damaged one is as good as none. */
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { makeFolder } from './make-folder.js';

/** Where results are kept unless another folder is named: in the clone. */
export const OWN_CACHE = fileURLToPath(new URL('../../.cache/asterism/', import.meta.url));

const DIGEST_BYTES = 32;
const MOST_BYTES = 512 * 1024 * 1024;
/** A temporary file this old was left behind by a process that died while writing. */
const LEFT_BEHIND_MS = 60 * 60 * 1000;
const NAME = /^[0-9a-f]{64}$/;
const TEMPORARY = /^[0-9a-f]{64}\.[0-9a-f]+\.tmp$/;

/**
 * A folder of entries, which several processes may share. A file holds the SHA-256 of its content, then the content; it comes into being
 * under its name by renaming, so that no reader sees half of it. Past `mostBytes` the entries used longest ago go. A folder that cannot
 * be written to costs a warning, once, and nothing else.
 */
export class DiskCache {
  readonly #folder: string;
  readonly #mostBytes: number;
  #isReadOnly = false;

  constructor(folder: string, mostBytes = MOST_BYTES) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  /** The entry of this key, a SHA-256 in hexadecimal; undefined when there is none. One that cannot be read is removed. */
  async read<T>(key: string): Promise<T | undefined> {
    const path = join(this.#folder, key);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) return undefined;
    const entry = entryIn(bytes);
    const now = new Date();
    await this.#write(() => (entry === undefined ? rm(path, { force: true }) : utimes(path, now, now)));
    return entry as T | undefined;
  }

  /** Keeps an entry, plain data and typed arrays; resolves when it is on disk, or cannot be. */
  async write<T>(key: string, entry: T): Promise<void> {
    const content = serialize(entry);
    const temporary = join(this.#folder, `${key}.${randomBytes(6).toString('hex')}.tmp`);
    await this.#write(async () => {
      await makeFolder(this.#folder);
      try {
        await writeFile(temporary, Buffer.concat([digest(content), content]));
        await rename(temporary, join(this.#folder, key));
      } finally {
        await rm(temporary, { force: true });
      }
      await this.#makeRoom();
    });
  }

  /** Removes the entries used longest ago, and what dead writers left. */
  async #makeRoom(): Promise<void> {
    const names = await readdir(this.#folder);
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#folder, name);
        // Another process may have removed it by now.
        const found = await stat(path).catch(() => undefined);
        return { name, path, bytes: found?.size ?? 0, usedMs: found?.mtimeMs ?? 0 };
      }),
    );
    const abandoned = files.filter(
      ({ name, usedMs }) => TEMPORARY.test(name) && Date.now() - usedMs > LEFT_BEHIND_MS,
    );
    const entries = files.filter(({ name }) => NAME.test(name)).sort((a, b) => a.usedMs - b.usedMs);
    let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    const surplus = entries.filter(({ bytes }) => {
      const isTooMuch = total > this.#mostBytes;
      if (isTooMuch) total -= bytes;
      return isTooMuch;
    });
    for (const { path } of [...abandoned, ...surplus]) await rm(path, { force: true });
  }

  /** A cache that fails must not fail the answer. */
  async #write(change: () => Promise<void>): Promise<void> {
    if (this.#isReadOnly) return;
    try {
      await change();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return; // Somebody emptied the folder meanwhile.
      this.#isReadOnly = true;
      process.emitWarning(
        `Results are not kept: ${(error as Error).message}. ASTERISM_CACHE names another folder, or says off.`,
      );
    }
  }
}

function entryIn(bytes: Buffer): unknown {
  const content = bytes.subarray(DIGEST_BYTES);
  if (!digest(content).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  try {
    return deserialize(content);
  } catch {
    // Whole, but written by a Node.js whose form this one does not read.
    return undefined;
  }
}

const digest = (content: Uint8Array) => createHash('sha256').update(content).digest();
