/** Who and what matters, by which measure. */
import { z } from 'zod';
import { measuresAnswerSchema, rankAnswerSchema, tiesAnswerSchema } from '../answers/ranking-answers.js';
import { define } from '../define-question.js';
import {
  distance,
  flag,
  integer,
  list,
  near,
  number,
  raw,
  reading,
  rows,
  seed,
  strength,
} from '../parameters.js';
import { scopeParameters } from '../scope.js';

export const rankingQuestions = {
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
      near,
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
    answer: rankAnswerSchema,
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
    answer: tiesAnswerSchema,
  }),
  measures: define({
    title: 'Measures',
    question: 'Which measures are there, and what does each tell?',
    route: 'measures',
    positional: [],
    heavy: false,
    parameters: z.strictObject({}),
    answer: measuresAnswerSchema,
  }),
};
