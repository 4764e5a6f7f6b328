/** Answers about what is loaded and what can be asked of it: the graph, the measures. */
import { z } from 'zod';
import { ontologySchema } from './ontology.js';
import { collectionSchema } from './records.js';

const count = z.int().min(0);

export const metaAnswerSchema = z.strictObject({
  revision: z.string(),
  version: z.string(),
  title: z.string(),
  description: z.string().optional(),
  entities: count,
  relations: count,
  sources: count,
  names: count.describe('How many names the search knows'),
  collections: z.array(collectionSchema.extend({ entities: count, relations: count, sources: count })),
  ontology: ontologySchema,
});

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
