/** What changes with time, or falls with a source. */
import { z } from 'zod';
import { compareAnswerSchema, withoutAnswerSchema } from '../answers/change-answers.js';
import { define } from '../define-question.js';
import { direction, distance, entities, entity, list, near, reading, rows, strength } from '../parameters.js';
import { edtfSchema, idSchema } from '../records.js';
import { scopeParameters } from '../scope.js';

export const changeQuestions = {
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
      distance,
      strength,
      near,
      ...scopeParameters,
    }),
    answer: compareAnswerSchema,
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
      distance,
      strength,
      near,
      ...scopeParameters,
    }),
    answer: withoutAnswerSchema,
  }),
};
