/** What is known of one entity, relation or source. */
import { z } from 'zod';
import { entitySchema, idSchema, RELIABILITIES, sourceSchema } from '../records.js';
import { count, entityReferenceSchema, envelope, evidenceSchema, relationViewSchema } from '../shapes.js';

const relationGroupSchema = z.strictObject({
  type: idSchema,
  label: z.string(),
  direction: z.enum(['out', 'in', 'both']),
  relations: z.array(relationViewSchema),
});

export const entityAnswerSchema = z.strictObject({
  ...envelope,
  entity: entitySchema.omit({ claims: true }),
  kindLabel: z.string(),
  relations: z.array(relationGroupSchema),
  claims: z.array(evidenceSchema),
});

export const neighborhoodAnswerSchema = z.strictObject({
  ...envelope,
  center: entityReferenceSchema,
  depth: count,
  entities: z.array(
    entityReferenceSchema.extend({
      distance: count,
      hidden: count.describe('Neighbours in scope that lie outside'),
    }),
  ),
  relations: z.array(relationViewSchema.omit({ claims: true })),
  truncated: z.boolean(),
});

export const relationAnswerSchema = z.strictObject({ ...envelope, relation: relationViewSchema });

const sourceViewSchema = sourceSchema.extend({
  claims: count,
  entities: count,
  relations: count,
  sole: count.describe('Relations that rest on it alone'),
});

export const sourcesAnswerSchema = z.strictObject({
  ...envelope,
  sources: z
    .array(sourceViewSchema)
    .describe('Those that claim something of what is in scope, most claims first'),
});

export const sourceAnswerSchema = z.strictObject({
  ...envelope,
  source: sourceViewSchema,
  reliability: z.strictObject({ letter: z.enum(RELIABILITIES), words: z.string() }),
  relations: z.array(relationViewSchema),
  entities: z.array(entityReferenceSchema.extend({ claims: z.array(evidenceSchema) })),
});
