/** Puts a document where it was asked to go: into a file, or on standard output. */
import { writeFile } from 'node:fs/promises';
import { AppError } from '../contract/errors.js';

export async function writeDocument(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    await writeFile(out, text);
  } catch (error) {
    throw new AppError('usage', `Nothing can be written to '${out}': ${(error as Error).message}.`, { out });
  }
  process.stderr.write(`asterism: written to ${out}\n`);
}
