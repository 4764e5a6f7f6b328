/** Writes a dataset as a data folder, or as one collection of a folder that is there: whole or not at all. */
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { stringify } from 'yaml';
import { makeFolder } from '../cache/make-folder.js';
import { AppError } from '../contract/errors.js';
import type { Dataset } from '../model/dataset.js';
import { checkFolder, faultsInWords } from './read-folder.js';
import { recordLine } from './record-lines.js';

const LINES_AT_ONCE = 10_000;

/**
 * Writes a folder that `checkFolder` finds sound: ontology.yaml, and a folder a collection with collection.yaml and JSON Lines.
 * It is written beside its place and renamed when it has passed the check. An `out` that lies in a data folder becomes a
 * collection of it, in its words: the dataset then has one collection, and the ontology is not written.
 *
 * @param replace whether what is there may be replaced, if it is a folder of the same sort
 * @returns the folder as a whole that `out` is, or lies in
 * @throws AppError `usage` when `out` is taken, or lies within a collection; `data-faulty` with the faults that the folder would have
 */
export async function writeFolder(dataset: Dataset, out: string, replace: boolean): Promise<string> {
  const place = resolve(out);
  const whole = await wholeFolderOf(place);
  const isCollection = whole !== place;
  await refuseTaken(place, isCollection ? 'collection.yaml' : 'ontology.yaml', replace);
  const suffix = randomBytes(4).toString('hex');
  // Hidden, so that no reader of the folder around takes it for a collection.
  const fresh = join(dirname(place), `.${basename(place)}.${suffix}.tmp`);
  const former = `${fresh}.old`;
  try {
    if (isCollection) await writeCollection(dataset, dataset.collections[0]!.id, fresh, basename(place));
    else {
      await makeFolder(fresh);
      await writeFile(join(fresh, 'ontology.yaml'), stringify(dataset.ontology.record, { lineWidth: 120 }));
      for (const { id } of dataset.collections) await writeCollection(dataset, id, join(fresh, id), id);
      await refuseFaults(fresh);
    }
    const isTaken = await rename(place, former).then(() => true, isAbsent);
    try {
      await rename(fresh, place);
      if (isCollection) await refuseFaults(whole);
    } catch (error) {
      await rm(place, { recursive: true, force: true });
      if (isTaken) await rename(former, place);
      throw error;
    }
  } catch (error) {
    throw isOfSystem(error) ? unwritable(place, error) : error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(former, { recursive: true, force: true });
  }
  return whole;
}

/**
 * The data folder that a new folder at this place would belong to: itself, or the one around it.
 *
 * @throws AppError `usage` within a collection, whose files it would become
 */
export async function wholeFolderOf(out: string): Promise<string> {
  const place = resolve(out);
  for (let around = dirname(place); around !== dirname(around); around = dirname(around)) {
    const ontology = await stat(join(around, 'ontology.yaml')).catch(() => undefined);
    if (ontology?.isFile() !== true) continue;
    if (around === dirname(place)) return around;
    throw new AppError(
      'usage',
      `${place} lies within a collection of ${around}, and would be read as part of it. Give a folder elsewhere.`,
    );
  }
  return place;
}

async function writeCollection(dataset: Dataset, of: string, folder: string, id: string): Promise<void> {
  await makeFolder(folder);
  const collection = dataset.collections.find((each) => each.id === of)!;
  await writeFile(join(folder, 'collection.yaml'), stringify({ ...collection, id }, { lineWidth: 120 }));
  const sections = [
    ['sources', [...dataset.sources.values()]],
    ['entities', dataset.entities],
    ['relations', dataset.relations],
  ] as const;
  for (const [section, records] of sections) {
    const own = records.filter(({ collection }) => collection === of);
    if (own.length === 0) continue;
    const file = await open(join(folder, `${section}.jsonl`), 'w');
    try {
      for (let i = 0; i < own.length; i += LINES_AT_ONCE)
        await file.write(
          own
            .slice(i, i + LINES_AT_ONCE)
            .map((record) => recordLine(section, record))
            .join(''),
        );
    } finally {
      await file.close();
    }
  }
}

async function refuseTaken(place: string, sign: string, replace: boolean): Promise<void> {
  if (`${process.cwd()}${sep}`.startsWith(`${place}${sep}`))
    throw new AppError(
      'usage',
      `${place} is where you are, and would be replaced under your feet. Give another folder.`,
    );
  const names: readonly string[] = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw unwritable(place, error);
  });
  if (names.length === 0) return;
  if (!replace)
    throw new AppError('usage', `${place} is not empty. Give another folder, or --force to replace it.`);
  if (!names.includes(sign))
    throw new AppError(
      'usage',
      `${place} holds no ${sign}: it is not replaced, lest something else be lost.`,
    );
}

const unwritable = (place: string, { code }: NodeJS.ErrnoException) =>
  new AppError('usage', `${place} cannot be written to (${code}). Give another folder.`);

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

async function refuseFaults(folder: string): Promise<void> {
  const { faults } = await checkFolder(folder);
  if (faults.length === 0) return;
  throw new AppError('data-faulty', faultsInWords('Nothing was written: the folder would have', faults), {
    faults,
  });
}

function isAbsent(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false;
  throw error;
}
