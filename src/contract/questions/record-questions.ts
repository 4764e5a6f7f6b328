/** What is known of one entity, relation or source, and of what stands around it. */
import { z } from 'zod';
import {
  entityAnswerSchema,
  neighborhoodAnswerSchema,
  relationAnswerSchema,
  sourceAnswerSchema,
  sourcesAnswerSchema,
} from '../answers/record-answers.js';
import { define } from '../define-question.js';
import { entity, integer } from '../parameters.js';
import { idSchema } from '../records.js';
import { scopeParameters } from '../scope.js';

export const recordQuestions = {
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
    answer: entityAnswerSchema,
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
      top: integer(1, 20_000).default(1_000).describe('Most entities to return, nearest first'),
      ...scopeParameters,
    }),
    answer: neighborhoodAnswerSchema,
  }),
  relation: define({
    title: 'Relation',
    question: 'What is claimed of this relation, and against it?',
    route: 'relations/{id}',
    positional: ['id'],
    heavy: false,
    parameters: z.strictObject({ id: idSchema }),
    answer: relationAnswerSchema,
  }),
  sources: define({
    title: 'Sources',
    question: 'Which publications carry this graph?',
    route: 'sources',
    positional: [],
    heavy: false,
    parameters: z.strictObject({ ...scopeParameters }),
    answer: sourcesAnswerSchema,
  }),
  source: define({
    title: 'Source',
    question: 'What rests on this publication?',
    route: 'sources/{id}',
    positional: ['id'],
    heavy: false,
    parameters: z.strictObject({ id: idSchema }),
    answer: sourceAnswerSchema,
  }),
};
