/** The shape of every answer: what HTTP sends, `--json` prints and the page draws. */
import { z } from 'zod';
import { auditAnswerSchema } from './meta-answers.js';
import {
  collectionSchema,
  entitySchema,
  idSchema,
  PRECISIONS,
  RELIABILITIES,
  sourceSchema,
  statusSchema,
} from './records.js';
import { REPORT_FORMATS, REPORTS } from './reports.js';

import {
  count,
  entityReferenceSchema,
  envelope,
  evidenceSchema,
  relationViewSchema,
  unit,
} from './shapes.js';

export * from './community-answers.js';
export * from './meta-answers.js';
export * from './shapes.js';

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
export type StepView = z.output<typeof stepSchema>;
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
  /** With mode `all`: whether these are all paths up to maxLength. */
  complete: z.boolean().optional(),
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

const movementSchema = entityReferenceSchema.extend({
  before: z.number().nullable().describe('Rank; null when not in the graph then'),
  after: z.number().nullable(),
  valueBefore: z.number().nullable(),
  valueAfter: z.number().nullable(),
});
export type Movement = z.output<typeof movementSchema>;

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
  measure: z.strictObject({ id: z.string(), title: z.string(), projection: z.string() }),
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
  measure: z.strictObject({ id: z.string(), title: z.string(), projection: z.string() }),
  movements: z.array(movementSchema),
  path: z.strictObject({ before: pathSchema.nullable(), after: pathSchema.nullable() }).optional(),
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

/** What a report is made of: the answers of other questions, whole, with the sources that they name. */
export const reportAnswerSchema = z.strictObject({
  ...envelope,
  version: z.string(),
  name: z.enum(REPORTS),
  format: z.enum(REPORT_FORMATS),
  parameters: z.record(z.string(), z.unknown()).describe('As asked, entities by id'),
  answers: z.strictObject({
    rank: rankAnswerSchema.optional(),
    compare: compareAnswerSchema.optional(),
    path: pathAnswerSchema.optional(),
    without: withoutAnswerSchema.optional(),
    show: entityAnswerSchema.optional(),
    sources: sourcesAnswerSchema.optional(),
  }),
  cited: z.array(sourceSchema),
  collections: z.array(collectionSchema),
  kinds: z.record(z.string(), z.string()).describe('Labels by id'),
  picture: z
    .strictObject({
      entities: z.array(entityReferenceSchema.extend({ x: z.number(), y: z.number() })),
      ties: z.array(z.strictObject({ from: count, to: count })).describe('Positions in `entities`'),
    })
    .optional(),
});

export const checkAnswerSchema = z.strictObject({
  faults: z.array(z.strictObject({ file: z.string(), line: count, column: count, message: z.string() })),
  entities: count,
  relations: count,
  sources: count,
  audit: auditAnswerSchema.optional(),
});
export type Fault = z.output<typeof checkAnswerSchema>['faults'][number];
