/** The shape of every answer: what HTTP sends, `--json` prints and the page draws. */
import { z } from 'zod';
import { ontologySchema } from './ontology.js';
import {
  collectionSchema,
  entitySchema,
  idSchema,
  RELIABILITIES,
  relationSchema,
  STANCES,
  sourceSchema,
  statusSchema,
} from './records.js';
import { scopeAnswerSchema } from './scope.js';

const count = z.int().min(0);
const unit = z.number().min(0).max(1).nullable();

/** Every answer carries the revision of the data and the scope it was asked in. */
const envelope = { revision: z.string(), scope: scopeAnswerSchema };

/** An entity in passing. */
export const entityReferenceSchema = z.strictObject({ id: idSchema, name: z.string(), kind: idSchema });
export type EntityReference = z.output<typeof entityReferenceSchema>;

/** A claim as evidence: who says it, where, with which grade (`B2`), in few words. */
export const evidenceSchema = z.strictObject({
  source: idSchema,
  title: z.string(),
  locator: z.string(),
  says: z.string(),
  stance: z.enum(STANCES),
  grade: z.string(),
  asserter: z.string().optional(),
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
  accepts: z.array(z.enum(['direction', 'distance', 'strength'])),
  projection: z.string(),
  reference: z.string(),
});
export type MeasureDescription = z.output<typeof measureDescriptionSchema>;
export const measuresAnswerSchema = z.strictObject({
  revision: z.string(),
  measures: z.array(measureDescriptionSchema),
});

const counts = z.record(z.string(), count);
export const statsAnswerSchema = z.strictObject({
  ...envelope,
  entities: count,
  relations: count,
  sources: count,
  claims: count,
  byKind: counts,
  byType: counts,
  byCollection: z.record(z.string(), z.strictObject({ entities: count, relations: count, sources: count })),
  byStatus: z.record(z.string(), z.strictObject({ entities: count, relations: count })),
  components: z.strictObject({ count, largest: count }),
  density: z.number().describe('Pairs that are joined, of all pairs of entities'),
  undatedShare: unit,
  disputed: count,
});

export const searchAnswerSchema = z.strictObject({
  ...envelope,
  query: z.string(),
  hits: z.array(
    entityReferenceSchema.extend({ matched: z.string().describe('The name that fitted'), score: z.number() }),
  ),
});

/** One column per attribute, one row per entity or relation; `from` and `to` are positions in `entities`. */
export const graphAnswerSchema = z.strictObject({
  ...envelope,
  entities: z.strictObject({
    id: z.array(idSchema),
    name: z.array(z.string()),
    names: z.record(z.string(), z.array(z.string().nullable())).describe('By language tag'),
    kind: z.array(idSchema),
    status: z.array(statusSchema),
    collection: z.array(idSchema),
    period: z.array(z.string().nullable()),
    lat: z.array(z.number().nullable()),
    lon: z.array(z.number().nullable()),
    x: z.array(z.number()),
    y: z.array(z.number()),
  }),
  relations: z.strictObject({
    id: z.array(idSchema),
    from: z.array(count),
    to: z.array(count),
    type: z.array(idSchema),
    status: z.array(statusSchema),
    collection: z.array(idSchema),
    period: z.array(z.string().nullable()),
    confidence: z.array(unit),
    disputed: z.array(z.boolean()),
    knownBy: z.array(z.string().nullable()),
  }),
});
export type GraphAnswer = z.output<typeof graphAnswerSchema>;

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
export const sourcesAnswerSchema = z.strictObject({ ...envelope, sources: z.array(sourceViewSchema) });
export const sourceAnswerSchema = z.strictObject({
  ...envelope,
  source: sourceViewSchema,
  reliability: z.strictObject({ letter: z.enum(RELIABILITIES), words: z.string() }),
  relations: z.array(relationViewSchema),
  entities: z.array(entityReferenceSchema.extend({ claims: z.array(evidenceSchema) })),
});

const stepSchema = z.strictObject({
  from: idSchema,
  to: idSchema,
  /** False when every relation of the step points from `to` to `from`. */
  forward: z.boolean(),
  confidence: unit,
  relations: z.array(relationViewSchema),
});
const pathSchema = z.strictObject({
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
  /** Without a path: changes of the question that would find one. */
  relaxations: z.array(z.strictObject({ text: z.string(), parameters: z.record(z.string(), z.unknown()) })),
});

const values = z.record(z.string(), z.number());
const rankingRowSchema = entityReferenceSchema.extend({
  values,
  rank: values,
  interval: z.record(z.string(), z.tuple([z.number(), z.number()])).optional(),
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
    }),
  ),
  total: count,
  rows: z.array(rankingRowSchema),
});

export const checkAnswerSchema = z.strictObject({
  faults: z.array(z.strictObject({ file: z.string(), line: count, column: count, message: z.string() })),
  entities: count,
  relations: count,
  sources: count,
});
export type Fault = z.output<typeof checkAnswerSchema>['faults'][number];
