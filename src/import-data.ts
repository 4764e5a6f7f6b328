/** Turns a file, or a folder of tables, of another format into a data folder. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from './contract/errors.js';
import { readFolder } from './data/read-folder.js';
import { wholeFolderOf, writeFolder } from './data/write-folder.js';
import type { ImportTarget } from './exchange/gcat-draft.js';
import { GCAT_FILES, importGcat } from './exchange/gcat-importer.js';
import { readIdentities } from './exchange/identities.js';
import { importers } from './exchange/importers.js';
import { withSlugs } from './exchange/with-slugs.js';
import type { Dataset } from './model/dataset.js';

export interface ImportOptions {
  /** A new data folder; for GCAT also a new folder within one, which becomes a collection of it. */
  out: string;
  /** Whether a folder that is there may be replaced. */
  replace?: boolean;
  /** GCAT: the state to keep to; the file of identities; dates of tables that do not tell theirs. */
  state?: string | undefined;
  identities?: string | undefined;
  updated?: Readonly<Record<string, string>> | undefined;
}

export interface ImportReport {
  /** The folder to give to `--data`. */
  data: string;
  entities: number;
  relations: number;
  sources: number;
  warnings: readonly string[];
}

/**
 * Reads `input` and writes a data folder that passes the check, whole or not at all.
 *
 * @throws AppError `usage` for an unknown format, options of another format, paths that cannot be read or written; `data-faulty`
 */
export async function importData(
  format: string,
  input: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const { out, replace = false } = options;
  const dataset =
    format === 'gcat' ? await readCatalogue(input, options) : await readForeign(format, input, options);
  const data = await writeFolder(dataset, out, replace);
  return {
    data,
    entities: dataset.entities.length,
    relations: dataset.relations.length,
    sources: dataset.sources.size,
    warnings: dataset.warnings ?? [],
  };
}

async function readForeign(format: string, input: string, options: ImportOptions): Promise<Dataset> {
  const importer = importers.get(format);
  if (importer === undefined)
    throw new AppError(
      'usage',
      `There is no format '${format}'. Known: ${['gcat', ...importers.keys()].join(', ')}.`,
    );
  for (const name of ['state', 'identities', 'updated'] as const)
    if (options[name] !== undefined) throw new AppError('usage', `--${name} goes with the format gcat only.`);
  if ((await wholeFolderOf(options.out)) !== resolve(options.out))
    throw new AppError(
      'usage',
      `${options.out} lies in a data folder, whose words a ${format} file does not know. Give a folder elsewhere.`,
    );
  return withSlugs(importer.read(await readInput(input), basename(input)), basename(input));
}

async function readCatalogue(input: string, options: ImportOptions): Promise<Dataset> {
  const { state, identities, updated, out } = options;
  const folder = await stat(input).catch(() => undefined);
  if (folder?.isDirectory() !== true)
    throw new AppError('usage', `${input} is no folder. Give the one that holds ${GCAT_FILES.join(', ')}.`);
  const files = new Map<string, Uint8Array>();
  for (const name of GCAT_FILES) {
    const bytes = await readFile(join(input, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw new AppError('usage', `${join(input, name)} cannot be read (${error.code}).`);
    });
    if (bytes !== undefined) files.set(name, bytes);
  }
  const whole = await wholeFolderOf(out);
  if (whole === resolve(out)) {
    if (identities !== undefined)
      throw new AppError(
        'usage',
        '--identities joins the catalogue to a graph: let --out be a folder within a data folder.',
      );
    return importGcat(files, { state, updated });
  }
  // The collection as it stands is left out: it is about to be replaced, and what it refers to may have moved.
  const around = await readFolder(whole, basename(out));
  const kinds = new Map(around.entities.map(({ id, kind }) => [id, kind]));
  const ties = new Set(around.relations.map(({ from, type, to }) => `${from} ${type} ${to}`));
  const target: ImportTarget = {
    ontology: around.ontology,
    kindOf: (id) => kinds.get(id),
    joins: (from, type, to) => ties.has(`${from} ${type} ${to}`),
  };
  if (identities === undefined) return importGcat(files, { state, updated, target });
  const table = new TextDecoder().decode(await readInput(identities));
  return importGcat(files, {
    state,
    updated,
    target,
    identities: readIdentities(table, basename(identities), kinds),
  });
}

async function readInput(path: string): Promise<Uint8Array> {
  return await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('usage', `${path} cannot be read (${error.code}). Give the path of a file.`);
  });
}
