/**
 * Every question that can be asked, once: its parameters, its answer, its address. HTTP routes, OpenAPI, CLI commands and the
 * page's client are all drawn from this table; `analysis/answers` holds one function for each.
 */
import { z } from 'zod';
import * as answers from './answers.js';
import { define } from './define-question.js';
import {
  direction,
  distance,
  entities,
  entity,
  flag,
  integer,
  list,
  number,
  raw,
  reading,
  resolution,
  rows,
  seed,
  strength,
} from './parameters.js';
import { edtfSchema, idSchema } from './records.js';
import { reportParameters } from './report-parameters.js';
import { scopeParameters } from './scope.js';

export const questions = {
  meta: define({
    title: 'What is loaded',
    question: 'What graph is this, and which words does it use?',
    route: 'meta',
    positional: [],
    heavy: false,
    parameters: z.strictObject({}),
    answer: answers.metaAnswerSchema,
  }),
  stats: define({
    title: 'Statistics',
    question: 'How much is there, of what, and how well dated?',
    route: 'stats',
    positional: [],
    heavy: false,
    parameters: z.strictObject({ ...scopeParameters }),
    answer: answers.statsAnswerSchema,
  }),
  audit: define({
    title: 'Audit',
    question: 'How well is the data sourced, dated, named and tied together?',
    route: 'audit',
    positional: [],
    heavy: false,
    parameters: z.strictObject({}),
    answer: answers.auditAnswerSchema,
  }),
  search: define({
    title: 'Search',
    question: 'Which entities bear this name?',
    route: 'search',
    positional: ['q'],
    heavy: false,
    parameters: z.strictObject({
      q: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .describe('Names, aliases, codes; Chinese, pinyin with or without tones, with typing errors'),
      limit: integer(1, 200).default(20).describe('Entities to return, best first'),
      ...scopeParameters,
    }),
    answer: answers.searchAnswerSchema,
  }),
  graph: define({
    title: 'Graph',
    question: 'What does the scope hold, and where is it drawn?',
    route: 'graph',
    positional: [],
    heavy: false,
    parameters: z.strictObject({
      community: entity().optional().describe('Only the community of this entity, as `overview` finds them'),
      resolution,
      expand: entities()
        .optional()
        .describe(
          'Beyond the scope: an entity, or `out:TYPE:ENTITY` (`in`, `both`) for its neighbours by that type; with their relations to what is there',
        ),
      ...scopeParameters,
    }),
    answer: answers.graphAnswerSchema,
  }),
  overview: define({
    title: 'Overview',
    question: 'Which communities is a graph made of that is too large to read?',
    route: 'overview',
    positional: [],
    heavy: true,
    parameters: z.strictObject({
      resolution,
      ...scopeParameters,
    }),
    answer: answers.overviewAnswerSchema,
  }),
  show: define({
    title: 'Entity',
    question: 'What is known of this entity, and who says so?',
    route: 'entities/{id}',
    positional: ['id'],
    heavy: false,
    parameters: z.strictObject({
      id: entity().describe('Id, or a name that only one entity bears'),
      ...scopeParameters,
    }),
    answer: answers.entityAnswerSchema,
  }),
  neighbors: define({
    title: 'Neighbourhood',
    question: 'Who stands around this entity?',
    route: 'entities/{id}/neighborhood',
    positional: ['id'],
    heavy: false,
    parameters: z.strictObject({
      id: entity().describe('Id, or a name that only one entity bears'),
      depth: integer(1, 5).default(1).describe('How many steps away'),
      limit: integer(1, 20_000).default(1_000).describe('Most entities to return, nearest first'),
      ...scopeParameters,
    }),
    answer: answers.neighborhoodAnswerSchema,
  }),
  relation: define({
    title: 'Relation',
    question: 'What is claimed of this relation, and against it?',
    route: 'relations/{id}',
    positional: ['id'],
    heavy: false,
    parameters: z.strictObject({ id: idSchema }),
    answer: answers.relationAnswerSchema,
  }),
  sources: define({
    title: 'Sources',
    question: 'Which publications carry this graph?',
    route: 'sources',
    positional: [],
    heavy: false,
    parameters: z.strictObject({ ...scopeParameters }),
    answer: answers.sourcesAnswerSchema,
  }),
  source: define({
    title: 'Source',
    question: 'What rests on this publication?',
    route: 'sources/{id}',
    positional: ['id'],
    heavy: false,
    parameters: z.strictObject({ id: idSchema }),
    answer: answers.sourceAnswerSchema,
  }),
  path: define({
    title: 'Paths',
    question: 'How does A reach B?',
    route: 'paths',
    positional: ['from', 'to'],
    heavy: false,
    parameters: z.strictObject({
      from: entity(),
      to: entity(),
      mode: z
        .enum(['shortest', 'k-shortest', 'credible', 'disjoint', 'all', 'time-respecting'])
        .default('shortest')
        .describe(
          'credible: the weakest step as strong as can be, then short; disjoint: paths that share nobody; all: every path up to maxLength (4); time-respecting: steps that can follow one another in time',
        ),
      k: integer(1, 500).optional().describe('Most paths to return (5; with mode all 100)'),
      disjoint: z
        .enum(['entities', 'ties'])
        .default('entities')
        .describe('What disjoint paths may not share'),
      maxLength: integer(1, 20).optional().describe('Most relations in a path'),
      via: entities().optional().describe('Pass through these, in this order'),
      avoid: entities().optional().describe('Pass through none of these'),
      direction: direction
        .default('any')
        .describe('out: relations as they point; in: against them; any: either way'),
      ...scopeParameters,
    }),
    answer: answers.pathAnswerSchema,
  }),
  connect: define({
    title: 'Connection',
    question: 'Through whom do these actors hang together?',
    route: 'connections',
    positional: ['ids'],
    heavy: false,
    parameters: z.strictObject({
      ids: entities().describe('Two or more, each by id or name'),
      avoid: entities().optional().describe('Pass through none of these'),
      ...scopeParameters,
    }),
    answer: answers.connectAnswerSchema,
  }),
  cut: define({
    title: 'Cut',
    question: 'Whose removal would separate A from B?',
    route: 'cuts',
    positional: ['from', 'to'],
    heavy: false,
    parameters: z.strictObject({
      from: entity(),
      to: entity(),
      by: z
        .enum(['entities', 'ties'])
        .default('entities')
        .describe('Remove actors, or ties (all relations of a pair at once)'),
      direction: direction.default('any').describe('Which ways from A to B count'),
      ...scopeParameters,
    }),
    answer: answers.cutAnswerSchema,
  }),
  communities: define({
    title: 'Communities',
    question: 'Which groups hang together more closely than chance?',
    route: 'communities',
    positional: [],
    heavy: true,
    parameters: z.strictObject({
      algorithm: z
        .enum(['louvain', 'leiden'])
        .default('leiden')
        .describe('leiden leaves no group that falls apart'),
      resolution,
      strength,
      seed: seed('Of the order of moves; the same seed, the same groups'),
      ...scopeParameters,
    }),
    answer: answers.communitiesAnswerSchema,
  }),
  leads: define({
    title: 'Leads',
    question: 'Between whom might a tie be worth looking for?',
    route: 'leads',
    positional: [],
    heavy: true,
    parameters: z.strictObject({
      entity: entity().optional().describe('Only pairs with this one, by id or name'),
      method: z
        .enum(['adamic-adar', 'resource-allocation', 'common-neighbors'])
        .default('adamic-adar')
        .describe('How shared neighbours count: rare ones more, by logarithm or in full, or all alike'),
      between: z
        .preprocess(
          (value) => (typeof value === 'string' ? value.split(',') : value),
          z.array(idSchema).min(1).max(2),
        )
        .optional()
        .describe('One or two kinds: only pairs between these, such as company,nation'),
      top: integer(1, 1_000).default(20).describe('Pairs to return'),
      ...scopeParameters,
    }),
    answer: answers.leadsAnswerSchema,
  }),
  similar: define({
    title: 'Similar actors',
    question: 'Who is placed like this actor?',
    route: 'entities/{id}/similar',
    positional: ['id'],
    heavy: false,
    parameters: z.strictObject({
      id: entity().describe('Id, or a name that only one entity bears'),
      top: integer(1, 1_000).default(20).describe('Actors to return'),
      ...scopeParameters,
    }),
    answer: answers.similarAnswerSchema,
  }),
  compare: define({
    title: 'Changes',
    question: 'What began, ended and rose between two dates?',
    route: 'changes',
    positional: [],
    heavy: true,
    parameters: z.strictObject({
      from: edtfSchema.describe('Earlier date (EDTF)'),
      to: edtfSchema.describe('Later date (EDTF)'),
      measure: z.string().default('betweenness').describe('Measure whose ranks are compared'),
      top: rows('Movements to return, greatest first'),
      direction: reading,
      ...scopeParameters,
    }),
    answer: answers.compareAnswerSchema,
  }),
  without: define({
    title: 'Without',
    question: 'What falls if this source, actor or relation is taken away?',
    route: 'without',
    positional: [],
    heavy: true,
    parameters: z.strictObject({
      source: list(idSchema).optional().describe('Sources, by id'),
      entity: entities().optional().describe('Entities, by id or name'),
      relation: list(idSchema).optional().describe('Relations, by id'),
      from: entity().optional().describe('With `to`: a path that may fall'),
      to: entity().optional().describe('With `from`: its other end'),
      measure: z.string().default('betweenness').describe('Measure whose ranks are compared'),
      top: rows('Movements to return, greatest first'),
      direction: direction
        .optional()
        .describe(
          'How relations are read, for ranks (the ontology holds the default) and the path (either way)',
        ),
      ...scopeParameters,
    }),
    answer: answers.withoutAnswerSchema,
  }),
  rank: define({
    title: 'Rankings',
    question: 'Who matters, by which measure?',
    route: 'rankings',
    positional: [],
    heavy: true,
    parameters: z.strictObject({
      measures: list(z.string())
        .default(['degree'])
        .describe('Measures by id, see `measures`; the first one sorts'),
      top: rows('Rows to return'),
      raw,
      direction: reading,
      distance,
      strength,
      near: entities()
        .optional()
        .describe('Personalised PageRank: a walker starts afresh at these, by id or name'),
      sensitivity: integer(10, 10_000)
        .optional()
        .describe(
          'Draws: relations are kept with the probability of their confidence; rows get the interval of their ranks',
        ),
      approximate: number(0.001, 0.5)
        .optional()
        .describe(
          'Betweenness from paths drawn at random: with a probability of 0.95 no normalised score is off by more than this',
        ),
      seed: seed('Of the draws; the same seed, the same intervals'),
      dependence: flag()
        .default(false)
        .describe('For each row the source without which its rank changes most'),
      ...scopeParameters,
    }),
    answer: answers.rankAnswerSchema,
  }),
  ties: define({
    title: 'Ties between',
    question: 'Which ties hold the rest together?',
    route: 'ties',
    positional: [],
    heavy: true,
    parameters: z.strictObject({
      top: rows('Ties to return'),
      raw,
      direction: reading,
      distance,
      ...scopeParameters,
    }),
    answer: answers.tiesAnswerSchema,
  }),
  report: define({
    title: 'Report',
    question: 'What shall the reader receive?',
    route: 'reports/{name}',
    positional: ['name', 'of'],
    heavy: true,
    parameters: reportParameters,
    answer: answers.reportAnswerSchema,
  }),
  measures: define({
    title: 'Measures',
    question: 'Which measures are there, and what does each tell?',
    route: 'measures',
    positional: [],
    heavy: false,
    parameters: z.strictObject({}),
    answer: answers.measuresAnswerSchema,
  }),
} as const;

export type Questions = typeof questions;
export type QuestionId = keyof Questions;
export type Parameters<Q extends QuestionId> = z.output<Questions[Q]['parameters']>;
export type Answer<Q extends QuestionId> = z.output<Questions[Q]['answer']>;

/** How a running question hears of cancellation and tells of progress (0 to 1). */
export interface TaskControl {
  readonly signal: AbortSignal;
  progress(share: number, doing: string): void;
}
