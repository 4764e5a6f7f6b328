/** Who belongs together, is placed alike, or might be tied. */
import { z } from 'zod';
import {
  communitiesAnswerSchema,
  leadsAnswerSchema,
  overviewAnswerSchema,
  similarAnswerSchema,
} from '../answers/group-answers.js';
import { define } from '../define-question.js';
import { entity, integer, list, resolution, seed, strength } from '../parameters.js';
import { idSchema } from '../records.js';
import { scopeParameters } from '../scope.js';

export const groupQuestions = {
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
    answer: communitiesAnswerSchema,
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
    answer: overviewAnswerSchema,
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
      between: list(idSchema, 2)
        .optional()
        .describe('One or two kinds: only pairs between these, such as company,nation'),
      top: integer(1, 1_000).default(20).describe('Pairs to return'),
      ...scopeParameters,
    }),
    answer: leadsAnswerSchema,
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
    answer: similarAnswerSchema,
  }),
};
