/** Who matters, which ties hold the rest together, and which measures tell. */
import { z } from 'zod';
import { idSchema } from '../records.js';
import { count, entityReferenceSchema, envelope, relationViewSchema } from '../shapes.js';

export const measureDescriptionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  unit: z.string(),
  rawUnit: z.string().describe('Unit of the values that are not normalised'),
  formula: z.string(),
  accepts: z.array(z.enum(['direction', 'distance', 'strength', 'near', 'approximate'])),
  projection: z.string(),
  reference: z.string(),
});
export type MeasureDescription = z.output<typeof measureDescriptionSchema>;

export const measuresAnswerSchema = z.strictObject({
  revision: z.string(),
  measures: z.array(measureDescriptionSchema),
});

const values = z.record(z.string(), z.number());

const rankingRowSchema = entityReferenceSchema.extend({
  values,
  rank: values,
  interval: z
    .record(z.string(), z.tuple([z.number(), z.number()]))
    .optional()
    .describe('Ranks in nine of ten draws'),
  topShare: values.optional().describe('Share of draws in which it ranks among the first `topOf`'),
  /** The source on which the rank by the first measure rests most: without it the entity ranks `rank` (null: it is gone). */
  dependence: z
    .strictObject({ source: idSchema, title: z.string(), rank: z.number().nullable() })
    .nullable()
    .optional(),
});

export const rankAnswerSchema = z.strictObject({
  ...envelope,
  measures: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      question: z.string(),
      projection: z.string(),
      parameters: z.record(z.string(), z.unknown()),
      unit: z.string(),
      hint: z.string().optional().describe('A parameter that would serve better here'),
    }),
  ),
  total: count,
  rows: z.array(rankingRowSchema),
  sensitivity: z
    .strictObject({
      draws: count,
      seed: count,
      topOf: count,
      certain: count.describe('Relations that were always kept: they cannot be judged'),
    })
    .optional(),
});

/** Ties, most between first: all relations of a pair are one tie. */
export const tiesAnswerSchema = z.strictObject({
  ...envelope,
  title: z.string(),
  projection: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  unit: z.string(),
  total: count,
  ties: z.array(
    z.strictObject({
      from: entityReferenceSchema,
      to: entityReferenceSchema,
      value: z.number(),
      rank: count,
      bridge: z.boolean().describe('Without it nothing would join its ends, whichever way relations point'),
      relations: z.array(
        relationViewSchema
          .omit({ claims: true })
          .extend({ value: z.number().describe('Its part of the tie: relations that carry it share alike') }),
      ),
    }),
  ),
});
