/** What is loaded: its words, its counts, how sound it is, what a search finds, and the graph itself. */
import { z } from 'zod';
import { ontologySchema } from '../ontology.js';
import { collectionSchema, idSchema, PRECISIONS, statusSchema } from '../records.js';
import { count, entityReferenceSchema, envelope, unit } from '../shapes.js';

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

const counts = z.record(z.string(), count);

export const statsAnswerSchema = z.strictObject({
  ...envelope,
  entities: count,
  relations: count,
  sources: count.describe('Those that claim something of what is in scope'),
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
  outOfTime: count.describe('Relations that hold on days on which one of their ends does not'),
  names: z.record(z.string(), count).describe('Entities that have a name in a language, by its tag'),
  orphans: count.describe('Entities without a relation'),
  largestComponent: count.describe('Entities in the largest component of the whole graph'),
});
export type Coverage = z.output<typeof coverageSchema>;

export const auditAnswerSchema = z.strictObject({
  revision: z.string(),
  collections: z.record(z.string(), coverageSchema),
  all: coverageSchema,
  outOfTime: z
    .array(z.strictObject({ relation: idSchema, period: z.string(), entity: idSchema, life: z.string() }))
    .describe('Relations that hold on days on which one of their ends, the entity, does not'),
});

export const checkAnswerSchema = z.strictObject({
  faults: z.array(z.strictObject({ file: z.string(), line: count, column: count, message: z.string() })),
  entities: count,
  relations: count,
  sources: count,
  audit: auditAnswerSchema.optional(),
});
export type Fault = z.output<typeof checkAnswerSchema>['faults'][number];

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
    place: z.array(z.string().nullable()).describe('Name of the place that the record gives'),
    precision: z.array(z.enum(PRECISIONS).nullable()),
    lat: z.array(z.number().nullable()),
    lon: z.array(z.number().nullable()),
    x: z.array(z.number()),
    y: z.array(z.number()),
    neighbors: z
      .array(count)
      .describe('Neighbours in all that is loaded, whatever lens, kinds and types the scope keeps to'),
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
