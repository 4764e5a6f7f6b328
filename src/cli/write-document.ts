/** Puts a document where it was asked to go: into a file, or on standard output. */
import { existsSync } from 'node:fs';
import { access, constants, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../contract/errors.js';

/** Refuses a file that cannot be written, before the work that it is to hold is done. */
export async function checkWritable(out: string | undefined): Promise<void> {
  if (out !== undefined)
    await access(existsSync(out) ? out : dirname(out), constants.W_OK).catch(refuse(out));
}

/** Writes a document, and says where. */
export async function writeDocument(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeFile(out, text).catch(refuse(out));
  process.stderr.write(`asterism: written to ${out}\n`);
}

const refuse = (out: string) => (error: NodeJS.ErrnoException) => {
  throw new AppError('usage', `${out} cannot be written to (${error.code}). Give another file.`, { out });
};
