/** A folder and those around it, made one by one: told to make all at once, Node.js asks a file system without folders (/proc) for ever. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder where there is none, and whatever around it is missing. Throws the error of the file system where it cannot be made. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await mkdir(path).catch(unlessThere(path));
    } else await unlessThere(path)(error);
  }
}

/** Another process may have made it at the same time. */
const unlessThere = (path: string) => async (error: unknown) => {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) throw error;
};
