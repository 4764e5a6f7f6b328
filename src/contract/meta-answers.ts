/** Answers about what is loaded and what can be asked of it: the graph, the measures. */
import { z } from 'zod';
import { ontologySchema } from './ontology.js';
import { collectionSchema, idSchema } from './records.js';

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
  relationNumbers: z
    .array(z.strictObject({ attribute: z.string(), relations: count }))
    .describe('Attributes of relations that are numbers, which may serve as distance or strength'),
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

/** How well a collection, or the whole, is covered. */
export const coverageSchema = z.strictObject({
  entities: count,
  relations: count,
  claims: count,
  publications: count.describe('Sources that a claim cites'),
  largestShares: z
    .array(z.strictObject({ id: idSchema, title: z.string(), claims: count }))
    .describe('The publications with most claims, greatest first'),
  oneSource: count.describe('Relations that one publication alone supports'),
  independent: count.describe('Relations with two or more origins that are known to be independent'),
  undated: count.describe('Relations without a period'),
  contested: count.describe('Relations that a claim disputes, or of a status other than actual'),
  names: z.record(z.string(), count).describe('Entities that have a name in a language, by its tag'),
  orphans: count.describe('Entities without a relation'),
  largestComponent: count.describe('Entities in the largest component of the whole graph'),
});
export type Coverage = z.output<typeof coverageSchema>;
export const auditAnswerSchema = z.strictObject({
  revision: z.string(),
  collections: z.record(z.string(), coverageSchema),
  all: coverageSchema,
});
