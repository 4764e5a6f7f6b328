/** Shapes that many answers are made of: entities in passing, evidence, relations. */
import { z } from 'zod';
import { idSchema, relationSchema, STANCES } from './records.js';
import { scopeAnswerSchema } from './scope.js';

export const count = z.int().min(0);
export const unit = z.number().min(0).max(1).nullable();

/** Every answer carries the revision of the data and the scope it was asked in. */
export const envelope = { revision: z.string(), scope: scopeAnswerSchema };

/** An entity in passing. */
export const entityReferenceSchema = z.strictObject({ id: idSchema, name: z.string(), kind: idSchema });
export type EntityReference = z.output<typeof entityReferenceSchema>;

/** A claim as evidence: who says it, where, with which grade (`B2`), in few words. */
export const evidenceSchema = z.strictObject({
  source: idSchema,
  title: z.string(),
  publisher: z.string().optional(),
  locator: z.string(),
  says: z.string(),
  stance: z.enum(STANCES),
  grade: z.string(),
  asserter: z.string().optional().describe('Who says so, if not the author: an entity by id, or words'),
  asserterName: z.string().optional().describe('Of an asserter that is an entity'),
  published: z.string().optional(),
  retracted: z.string().optional(),
});
export type Evidence = z.output<typeof evidenceSchema>;

/** How many origins speak for a thing: `least` are known to be independent, `most` if all unknown ones are. */
export const originsSchema = z.strictObject({ least: count, most: count });

/** A relation as an answer shows it: labels of its type, confidence, evidence. */
export const relationViewSchema = relationSchema.omit({ claims: true }).extend({
  label: z.string(),
  inverse: z.string(),
  symmetric: z.boolean(),
  conduit: z.boolean(),
  fromName: z.string(),
  toName: z.string(),
  confidence: unit,
  disputed: z.boolean(),
  origins: originsSchema,
  knownBy: z.string().optional(),
  claims: z.array(evidenceSchema),
});
export type RelationView = z.output<typeof relationViewSchema>;
