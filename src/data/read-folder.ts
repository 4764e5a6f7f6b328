/** Reads a data folder whole, or tells all that is wrong with it; nothing between. */
import type { Fault } from '../contract/answers.js';
import { AppError } from '../contract/errors.js';
import type { Entity, Relation, Source } from '../contract/records.js';
import type { Dataset } from '../model/dataset.js';
import { Ontology } from '../model/ontology.js';
import { checkRecords } from './check-records.js';
import type { Drafts } from './drafts.js';
import { listFiles } from './list-files.js';
import { locateFaults } from './locate-faults.js';
import { Reading } from './reading.js';

const FAULTS_SHOWN = 5;

/**
 * Reads a folder (layout: graph-data/README.md) into a dataset, records in the order of their files. `except` names a collection
 * that is passed over; what refers to it stays, and leads nowhere. O(bytes): 100,000 relations in JSON Lines take about a second.
 *
 * @throws AppError `data-faulty` with all faults and the counts of records met as members: a half-broken folder never serves
 */
export async function readFolder(folder: string, except?: string): Promise<Dataset> {
  const { dataset, drafts, faults } = await load(folder, except);
  if (dataset !== undefined) return dataset;
  throw new AppError('data-faulty', faultsInWords(`${folder} has`, faults), {
    faults,
    ...counts(drafts),
  });
}

/** A sentence that their count ends, and the first of them, a line each. */
export function faultsInWords(start: string, faults: readonly Fault[]): string {
  const shown = faults.slice(0, FAULTS_SHOWN).map((f) => `${f.file}:${f.line}:${f.column} ${f.message}`);
  const more = faults.length > FAULTS_SHOWN ? [`… and ${faults.length - FAULTS_SHOWN} more`] : [];
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return [`${start} ${count}:`, ...shown, ...more].join('\n');
}

/** All faults of a folder, sorted by file, line and column, and how many records were met. */
export async function checkFolder(
  folder: string,
): Promise<{ faults: Fault[]; entities: number; relations: number; sources: number }> {
  const { drafts, faults } = await load(folder);
  return { faults, ...counts(drafts) };
}

/** How many records were met, sound or not. */
function counts({ entities, relations, sources }: Drafts) {
  return { entities: entities.length, relations: relations.length, sources: sources.length };
}

async function load(
  folder: string,
  except?: string,
): Promise<{ drafts: Drafts; faults: Fault[]; dataset?: Dataset }> {
  const reading = new Reading(folder);
  const files = await listFiles(folder, reading.faults);
  for (const file of files)
    if (file.role === 'ontology' || file.collection !== except) await reading.read(file);
    else reading.unread = 'all';
  if (reading.faults.every(({ file }) => file !== '.')) reading.checkWhole(files);
  const { drafts, collections } = reading;
  const ontology = reading.ontology === undefined ? undefined : new Ontology(reading.ontology);
  const mayExist = (id: string) => reading.unread === 'all' || reading.unread.has(id);
  const findings = [...reading.findings, ...checkRecords(drafts, ontology, mayExist)];
  const faults = [...reading.faults, ...(await locateFaults(folder, findings))].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
  if (faults.length > 0 || ontology === undefined) return { drafts, faults };
  // Without a fault every draft is a whole record.
  const sources = drafts.sources.map(({ record }) => record as Source);
  const dataset: Dataset = {
    ontology,
    collections,
    sources: new Map(sources.map((source) => [source.id, source])),
    entities: drafts.entities.map(({ record }) => record as Entity),
    relations: drafts.relations.map(({ record }) => record as Relation),
    revision: reading.hash.digest('hex').slice(0, 12),
  };
  return { drafts, faults, dataset };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
