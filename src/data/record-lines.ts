/** A record as one line of JSON, without what a reader puts in by itself. */
import {
  type Claim,
  type Entity,
  entityRecordSchema,
  type Relation,
  relationRecordSchema,
  type Source,
  sourceRecordSchema,
} from '../contract/records.js';
import type { Section } from './list-files.js';

/** Fields in the order of the record shapes. */
const FIELDS: Record<Section, readonly string[]> = {
  sources: Object.keys(sourceRecordSchema.shape),
  entities: Object.keys(entityRecordSchema.shape),
  relations: Object.keys(relationRecordSchema.shape),
};

/** One record and its newline. Defaults are left out, and the collection, which the folder tells. */
export function recordLine(section: Section, record: Source | Entity | Relation): string {
  const written: Record<string, unknown> = {};
  for (const field of FIELDS[section]) {
    const value = (record as Record<string, unknown>)[field];
    if (isDefault(field, value)) continue;
    written[field] = field === 'claims' ? (value as Claim[]).map(withoutDefault) : value;
  }
  return `${JSON.stringify(written)}\n`;
}

function withoutDefault({ stance, ...claim }: Claim): Partial<Claim> {
  return stance === 'supports' ? claim : { ...claim, stance };
}

function isDefault(field: string, value: unknown): boolean {
  if (value === undefined || (field === 'status' && value === 'actual')) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
