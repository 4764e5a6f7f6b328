/** Who belongs together, the map of a graph too large to read, who is placed alike, and between whom a tie may be worth looking for. */
import { z } from 'zod';
import { count, entityReferenceSchema, envelope } from '../shapes.js';

export const communitiesAnswerSchema = z.strictObject({
  ...envelope,
  algorithm: z.string(),
  projection: z.string(),
  modularity: z.number(),
  /** Largest first. Labelled by the members with the most ties inside. */
  communities: z.array(
    z.strictObject({
      id: count,
      label: z.string(),
      size: count,
      members: z.array(
        entityReferenceSchema.extend({ ties: count.describe('Neighbours inside the community') }),
      ),
    }),
  ),
});

export const overviewAnswerSchema = z.strictObject({
  ...envelope,
  projection: z.string(),
  modularity: z.number(),
  /** Largest first, as discs that do not overlap; areas are as the numbers of members. */
  communities: z.array(
    z.strictObject({
      size: count,
      central: z.array(entityReferenceSchema).describe('Members with the most ties inside'),
      x: z.number(),
      y: z.number(),
      radius: z.number(),
    }),
  ),
  ties: z
    .array(
      z.strictObject({ from: count, to: count, count: count.describe('Pairs of entities that are tied') }),
    )
    .describe('By place in the list of communities, most first'),
  alone: count.describe('Entities that are tied to nobody, and drawn nowhere'),
});

/** Leads are questions to research, never facts: nothing here says that a tie exists. */
export const leadsAnswerSchema = z.strictObject({
  ...envelope,
  method: z.string(),
  total: count,
  leads: z.array(
    z.strictObject({
      a: entityReferenceSchema,
      b: entityReferenceSchema,
      score: z.number(),
      common: count,
      through: z
        .array(entityReferenceSchema)
        .describe('Shared neighbours, those with the fewest ties first; ten at most'),
      question: z.string(),
    }),
  ),
});

export const similarAnswerSchema = z.strictObject({
  ...envelope,
  entity: entityReferenceSchema,
  similar: z.array(
    entityReferenceSchema.extend({
      likeness: z.number().describe('Shared neighbours as a share of all neighbours of either (Jaccard)'),
      common: count,
      through: z.array(entityReferenceSchema),
    }),
  ),
});
