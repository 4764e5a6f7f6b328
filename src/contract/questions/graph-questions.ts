/** What is loaded, and what there is to see. */
import { z } from 'zod';
import {
  auditAnswerSchema,
  graphAnswerSchema,
  metaAnswerSchema,
  searchAnswerSchema,
  statsAnswerSchema,
} from '../answers/graph-answers.js';
import { define } from '../define-question.js';
import { entities, entity, integer, resolution } from '../parameters.js';
import { scopeParameters } from '../scope.js';

export const graphQuestions = {
  meta: define({
    title: 'What is loaded',
    question: 'What graph is this, and which words does it use?',
    route: 'meta',
    positional: [],
    heavy: false,
    parameters: z.strictObject({}),
    answer: metaAnswerSchema,
  }),
  stats: define({
    title: 'Statistics',
    question: 'How much is there, of what, and how well dated?',
    route: 'stats',
    positional: [],
    heavy: false,
    parameters: z.strictObject({ ...scopeParameters }),
    answer: statsAnswerSchema,
  }),
  audit: define({
    title: 'Audit',
    question: 'How well is the data sourced, dated, named and tied together?',
    route: 'audit',
    positional: [],
    heavy: false,
    parameters: z.strictObject({}),
    answer: auditAnswerSchema,
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
      top: integer(1, 200).default(20).describe('Entities to return, best first'),
      ...scopeParameters,
    }),
    answer: searchAnswerSchema,
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
    answer: graphAnswerSchema,
  }),
};
