/** Paths from one to another, trees that join several, cuts that part two. */
import { z } from 'zod';
import { idSchema } from '../records.js';
import { count, entityReferenceSchema, envelope, relationViewSchema, unit } from '../shapes.js';

const stepSchema = z.strictObject({
  from: idSchema,
  to: idSchema,
  /** False when every relation of the step points from `to` to `from`. */
  forward: z.boolean(),
  confidence: unit,
  relations: z.array(relationViewSchema),
});
export type StepView = z.output<typeof stepSchema>;

export const pathSchema = z.strictObject({
  length: count,
  cost: z.number(),
  /** That of the weakest step; null when a step cannot be judged. */
  confidence: unit,
  weakest: count.nullable().describe('Position of the weakest step'),
  nodes: z.array(entityReferenceSchema),
  steps: z.array(stepSchema),
});
export type PathView = z.output<typeof pathSchema>;

export const pathAnswerSchema = z.strictObject({
  ...envelope,
  from: entityReferenceSchema,
  to: entityReferenceSchema,
  mode: z.string(),
  paths: z.array(pathSchema),
  searched: z.strictObject({ entities: count, relations: count, maxLength: count.nullable() }),
  complete: z
    .boolean()
    .optional()
    .describe(
      'Mode all: whether these are all paths up to maxLength; disjoint, without maxLength: whether no more can be found beside them',
    ),
  /** On the way, ends and `via` aside: those through whom nearly everybody is joined, so that a path says little. Most connected first. */
  hubs: z.array(
    entityReferenceSchema.extend({
      neighbors: count,
      reason: z
        .enum(['kind', 'degree'])
        .describe('Its kind is one that the ontology calls a hub, or its neighbours are among the most'),
      detour: count
        .nullable()
        .describe('Length of the shortest path that avoids it; null when there is none'),
    }),
  ),
  /** Without a path: changes of the question that would find one. */
  relaxations: z.array(z.strictObject({ text: z.string(), parameters: z.record(z.string(), z.unknown()) })),
});

export const connectAnswerSchema = z.strictObject({
  ...envelope,
  terminals: z.array(entityReferenceSchema),
  /** False when some of the terminals lie on different islands; `groups` says which hang together. */
  connected: z.boolean(),
  groups: z.array(z.array(idSchema)),
  entities: z.array(entityReferenceSchema.extend({ terminal: z.boolean() })),
  steps: z.array(stepSchema),
  bound: z.number().describe('The tree has at most this many times the fewest possible ties'),
});

export const cutAnswerSchema = z.strictObject({
  ...envelope,
  from: entityReferenceSchema,
  to: entityReferenceSchema,
  by: z.enum(['entities', 'ties']),
  /** How many must go; null when no set of others parts them, because they are tied directly. */
  size: count.nullable(),
  entities: z.array(entityReferenceSchema),
  ties: z.array(stepSchema),
});
