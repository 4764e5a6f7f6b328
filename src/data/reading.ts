/** The reading of a data folder, file by file: records, faults, hash. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../contract/answers.js';
import { type OntologyRecord, ontologySchema } from '../contract/ontology.js';
import { type Collection, collectionSchema } from '../contract/records.js';
import { didYouMean } from '../model/nearest.js';
import { ontologyFaults } from '../model/ontology.js';
import { slugFault } from './check-ids.js';
import { describeIssues } from './describe-issue.js';
import { addDraft, type Drafts, type Finding, salvage } from './drafts.js';
import { explainJson } from './json-line.js';
import { type DataFile, explainFailure, faultOf, type Section } from './list-files.js';
import { decodeText, MOST_BYTES, readLines, TextError } from './read-lines.js';
import { readYaml } from './yaml-file.js';

const recordsFileSchema = z.strictObject({
  sources: z.array(z.unknown()).optional(),
  entities: z.array(z.unknown()).optional(),
  relations: z.array(z.unknown()).optional(),
});
/** One for all lines: a million empty paths would be felt. */
const WHOLE: readonly PropertyKey[] = [];
/** The folder's name is the id; a file that repeats it must agree. */
const collectionFileSchema = collectionSchema.partial({ id: true });

/** One pass over the files of a folder, one at a time; collects records, faults and the hash of all that was read. */
export class Reading {
  readonly drafts: Drafts = { sources: [], entities: [], relations: [] };
  readonly collections: Collection[] = [];
  /** With their place. */
  readonly faults: Fault[] = [];
  /** Whose place is still to be looked up. */
  readonly findings: Finding[] = [];
  readonly hash = createHash('sha256');
  /** Ids that stand in places which could not be read; `all` when not even that could be made out, or was looked at. */
  unread: Set<string> | 'all' = new Set();
  ontology: OntologyRecord | undefined;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(file: DataFile): Promise<void> {
    this.hash.update(`\n${file.path}\n`);
    try {
      if (file.role === 'lines') await this.#readLines(file.path, file.section, file.collection);
      else await this.#readYaml(file);
    } catch (error) {
      const message = error instanceof TextError ? error.message : explainFailure(error);
      this.faults.push(faultOf(file.path, message));
      if (file.role !== 'collection') this.unread = 'all';
    }
  }

  /** What shows only when all files have been read. */
  checkWhole(files: readonly DataFile[]): void {
    if (!files.some(({ role }) => role === 'ontology'))
      this.faults.push(
        faultOf('ontology.yaml', 'is missing; it says which kinds and relation types there are'),
      );
    const described = new Set(files.flatMap((file) => (file.role === 'collection' ? [file.collection] : [])));
    const met = new Set(files.flatMap((file) => (file.role === 'ontology' ? [] : [file.collection])));
    if (met.size === 0)
      this.faults.push(faultOf('.', 'there is no collection; make a folder with a collection.yaml in it'));
    for (const id of met) {
      if (!described.has(id))
        this.faults.push(
          faultOf(
            `${id}/collection.yaml`,
            'is missing; it gives title, licence and maintainer of the collection',
          ),
        );
      const message = slugFault(id);
      if (message !== undefined) this.faults.push(faultOf(id, message));
    }
    for (const [i, { scope }] of (this.ontology?.lenses ?? []).entries())
      for (const [j, id] of (scope.collection ?? []).entries())
        if (!met.has(id))
          this.findings.push({
            place: { file: 'ontology.yaml', path: [] },
            path: ['lenses', i, 'scope', 'collection', j],
            message: `no collection has the id ${id}${didYouMean(id, met)}`,
          });
  }

  async #readLines(file: string, section: Section, collection: string): Promise<void> {
    let line = 0;
    for await (const batch of readLines(join(this.#folder, file), (bytes) => this.hash.update(bytes))) {
      for (const text of batch) {
        line++;
        if (text.trim() === '') continue;
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch (error) {
          this.faults.push({ file, line, ...explainJson(error as SyntaxError, text) });
          this.#noteIds(text);
          continue;
        }
        addDraft(this.drafts, this.findings, section, value, collection, { file, line, path: WHOLE });
      }
    }
  }

  async #readYaml(file: Exclude<DataFile, { role: 'lines' }>): Promise<void> {
    const bytes = await readFile(join(this.#folder, file.path));
    this.hash.update(bytes);
    if (bytes.length > MOST_BYTES)
      throw new TextError('is larger than 16 MB; keep bulk records in JSON Lines (relations.jsonl)');
    const text = decodeText(bytes);
    const document = readYaml(text);
    if ('faults' in document) {
      this.#noteIds(text);
      for (const fault of document.faults) this.faults.push({ file: file.path, ...fault });
      return;
    }
    const { value } = document;
    if (file.role === 'ontology') {
      this.ontology = this.#parse(ontologySchema, value, file.path);
      if (this.ontology !== undefined) this.#checkOntology(this.ontology, file.path);
    } else if (file.role === 'collection') this.#addCollection(value, file.path, file.collection);
    else {
      // A section that is sound is read even if the file has a fault beside it.
      const sections: z.output<typeof recordsFileSchema> =
        this.#parse(recordsFileSchema, value, file.path) ?? salvage(recordsFileSchema.shape, value);
      for (const section of ['sources', 'entities', 'relations'] as const)
        for (const [i, record] of (sections[section] ?? []).entries())
          addDraft(this.drafts, this.findings, section, record, file.collection, {
            file: file.path,
            path: [section, i],
          });
    }
  }

  /** Whatever looks like the id of a record in a text that is no YAML or JSON. */
  #noteIds(text: string): void {
    if (this.unread === 'all') return;
    for (const [, id = ''] of text.matchAll(/\bid["']?\s*:\s*["']?([^\s"',}]+)/g)) this.unread.add(id);
  }

  #addCollection(value: unknown, file: string, id: string): void {
    const collection = this.#parse(collectionFileSchema, value, file);
    if (collection === undefined) return;
    if (collection.id !== undefined && collection.id !== id)
      this.findings.push({
        place: { file, path: [] },
        path: ['id'],
        message: `the collection lies in the folder ${id}, so its id cannot be ${collection.id}`,
      });
    this.collections.push({ ...collection, id });
  }

  #checkOntology(ontology: OntologyRecord, file: string): void {
    const place = { file, path: [] };
    for (const fault of ontologyFaults(ontology)) this.findings.push({ place, ...fault });
    for (const part of ['kinds', 'families', 'types', 'lenses'] as const)
      for (const [i, { id }] of ontology[part].entries()) {
        const message = slugFault(id);
        if (message !== undefined) this.findings.push({ place, path: [part, i, 'id'], message });
      }
  }

  /** A value as a schema says; undefined, with findings, when it does not fit. */
  #parse<S extends z.ZodType>(schema: S, value: unknown, file: string): z.output<S> | undefined {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const fault of describeIssues(schema, value, parsed.error.issues))
      this.findings.push({ place: { file, path: [] }, ...fault });
    return undefined;
  }
}
