/** Records as they come out of a folder: each with its place, and as much of it as is well-formed, so that checks can go on. */
import type { z } from 'zod';
import {
  type Claim,
  claimSchema,
  type Entity,
  entityRecordSchema,
  type Relation,
  relationRecordSchema,
  type Source,
  sourceRecordSchema,
} from '../contract/records.js';
import { compileCheck } from './compile-check.js';
import { describeIssues, type RecordFault } from './describe-issue.js';
import type { Section } from './list-files.js';

/** Where a record stands: the line of a JSON Lines file, or the path within a YAML file. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly path: readonly PropertyKey[];
}

/** A fault whose line and column are still to be looked up; `also` is another place that the message ends with. */
export interface Finding extends RecordFault {
  place: Place;
  also?: Place;
}

export type Path = RecordFault['path'];
/** Takes down a fault of the record at hand. */
export type Report = (path: Path, message: string, also?: Place) => void;

/** A record of which any field may be missing because it was not well-formed. */
type Partly<T> = { [K in keyof T]?: (K extends 'claims' ? Partly<Claim>[] : T[K]) | undefined };

export interface Draft<T> {
  record: Partly<T>;
  place: Place;
}

export interface Drafts {
  sources: Draft<Source>[];
  entities: Draft<Entity>[];
  relations: Draft<Relation>[];
}

const SCHEMAS = {
  sources: sourceRecordSchema,
  entities: entityRecordSchema,
  relations: relationRecordSchema,
} as const;

const PLAIN_CHECKS = {
  sources: compileCheck(SCHEMAS.sources),
  entities: compileCheck(SCHEMAS.entities),
  relations: compileCheck(SCHEMAS.relations),
} as const;

/** Validates one record and adds it to the drafts; what is not well-formed is left out of it and told in `findings`. */
export function addDraft(
  drafts: Drafts,
  findings: Finding[],
  section: Section,
  value: unknown,
  collection: string,
  place: Place,
): void {
  const record = PLAIN_CHECKS[section](value)
    ? (value as Record<string, unknown>)
    : parseRecord(findings, section, value, place);
  record['collection'] = collection;
  (drafts[section] as Draft<Record<string, unknown>>[]).push({ record, place });
}

function parseRecord(
  findings: Finding[],
  section: Section,
  value: unknown,
  place: Place,
): Record<string, unknown> {
  const schema = SCHEMAS[section];
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const fault of describeIssues(schema, value, parsed.error.issues)) findings.push({ ...fault, place });
  return salvage(schema.shape, value);
}

/** The well-formed fields of a faulty mapping, and of each claim in it. */
export function salvage(shape: z.core.$ZodShape, value: unknown): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  if (typeof value !== 'object' || value === null) return kept;
  const given = value as Record<string, unknown>;
  for (const [key, field] of Object.entries(shape)) {
    if (!Object.hasOwn(given, key)) continue;
    const claims = key === 'claims' && Array.isArray(given[key]) ? given[key] : undefined;
    if (claims !== undefined) kept[key] = claims.map((claim) => salvage(claimSchema.shape, claim));
    else {
      const parsed = (field as z.ZodType).safeParse(given[key]);
      if (parsed.success) kept[key] = parsed.data;
    }
  }
  return kept;
}
