/** Walks a data folder and says what each file in it is for. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../contract/answers.js';

export type Section = 'sources' | 'entities' | 'relations';

/** A file to be read. `path` is relative to the folder, with `/`; `collection` is the top-level folder it lies in. */
export type DataFile =
  | { path: string; role: 'ontology' }
  | { path: string; role: 'collection' | 'records'; collection: string }
  | { path: string; role: 'lines'; collection: string; section: Section };

const BULK = /^(sources|entities|relations)\.jsonl$/;

/** A fault of a file or a folder as a whole. */
export function faultOf(file: string, message: string): Fault {
  return { file, line: 1, column: 1, message };
}

/**
 * All files that hold data, sorted by path; whatever else ends in .yaml, .yml or .jsonl is a fault, since it would be missed
 * in silence. Hidden files and other endings are ignored.
 */
export async function listFiles(folder: string, faults: Fault[]): Promise<DataFile[]> {
  const files: DataFile[] = [];
  for (const path of (await walk(folder, '', faults)).sort()) {
    const parts = path.split('/');
    const name = parts.at(-1)!;
    const collection = parts.length > 1 ? parts[0] : undefined;
    const section = BULK.exec(name)?.[1] as Section | undefined;
    if (path === 'ontology.yaml') files.push({ path, role: 'ontology' });
    else if (!/\.(yaml|yml|jsonl)$/i.test(name)) continue;
    else if (collection === undefined)
      faults.push(faultOf(path, 'lies outside any collection; move it into the folder of one'));
    else if (section !== undefined) files.push({ path, role: 'lines', collection, section });
    else if (/\.jsonl$/i.test(name))
      faults.push(
        faultOf(path, 'would not be read; name it sources.jsonl, entities.jsonl or relations.jsonl'),
      );
    else if (!name.endsWith('.yaml'))
      faults.push(faultOf(path, 'would not be read; let its name end in .yaml'));
    else if (name === 'collection.yaml' && parts.length === 2)
      files.push({ path, role: 'collection', collection });
    else files.push({ path, role: 'records', collection });
  }
  return files;
}

/** Paths of all files below a folder; links to files count, links to folders are refused since they may lead in a circle. */
async function walk(folder: string, below: string, faults: Fault[]): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(folder, below), { withFileTypes: true });
  } catch (error) {
    faults.push(faultOf(below === '' ? '.' : below, `the folder ${explainFailure(error)}`));
    return [];
  }
  const paths: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await walk(folder, path, faults)));
    else if (entry.isFile()) paths.push(path);
    else if (entry.isSymbolicLink()) {
      const target = await stat(join(folder, path)).catch(() => undefined);
      if (target?.isFile()) paths.push(path);
      else faults.push(faultOf(path, 'is a link that leads to no file; links to folders are not followed'));
    }
  }
  return paths;
}

/** Why a file or folder cannot be read, as the end of a sentence about it. Throws what is no failure of the file system. */
export function explainFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'ENOTDIR') return 'is a file, not a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read: permission is denied';
  if (typeof code === 'string') return `cannot be read (${code})`;
  throw error;
}
