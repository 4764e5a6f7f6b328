/** What began, ended and fell, and who rose and sank by it. */
import { z } from 'zod';
import { idSchema } from '../records.js';
import { count, entityReferenceSchema, envelope, relationViewSchema, unit } from '../shapes.js';
import { pathSchema } from './path-answers.js';

const movementSchema = entityReferenceSchema.extend({
  before: z.number().nullable().describe('Rank; null when not in the graph then'),
  after: z.number().nullable(),
  valueBefore: z.number().nullable(),
  valueAfter: z.number().nullable(),
});
export type Movement = z.output<typeof movementSchema>;

/** By which ranks are compared. */
const measure = z.strictObject({ id: z.string(), title: z.string(), projection: z.string() });

/** A change between two dates: `certain` when both states are known, else it only may have happened. */
const datedChange = z.strictObject({ certain: z.boolean() });

export const compareAnswerSchema = z.strictObject({
  ...envelope,
  from: z.string(),
  to: z.string(),
  began: z.array(relationViewSchema.extend(datedChange.shape)),
  ended: z.array(relationViewSchema.extend(datedChange.shape)),
  entitiesBegan: z.array(entityReferenceSchema.extend(datedChange.shape)),
  entitiesEnded: z.array(entityReferenceSchema.extend(datedChange.shape)),
  /** Relations on which nothing can be said, for want of dates. */
  undated: count,
  measure,
  movements: z.array(movementSchema),
});

export const withoutAnswerSchema = z.strictObject({
  ...envelope,
  without: z.strictObject({
    sources: z.array(idSchema),
    entities: z.array(idSchema),
    relations: z.array(idSchema),
  }),
  fallen: z.array(relationViewSchema),
  weakened: z.array(relationViewSchema.extend({ confidenceAfter: unit })),
  /** Entities that no longer hang together with the largest island, and did before. */
  cutOff: z.array(entityReferenceSchema),
  measure,
  movements: z.array(movementSchema),
  path: z.strictObject({ before: pathSchema.nullable(), after: pathSchema.nullable() }).optional(),
});
