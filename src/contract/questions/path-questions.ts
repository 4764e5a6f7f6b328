/** How actors reach each other, hang together and are parted. */
import { z } from 'zod';
import { connectAnswerSchema, cutAnswerSchema, pathAnswerSchema } from '../answers/path-answers.js';
import { define } from '../define-question.js';
import { direction, entities, entity, integer } from '../parameters.js';
import { scopeParameters } from '../scope.js';

export const pathQuestions = {
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
          'shortest: one of the shortest; credible: the weakest step as strong as can be, then short; disjoint: paths that share nobody; all: every path up to maxLength (4); time-respecting: steps that can follow one another in time',
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
    answer: pathAnswerSchema,
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
    answer: connectAnswerSchema,
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
    answer: cutAnswerSchema,
  }),
};
