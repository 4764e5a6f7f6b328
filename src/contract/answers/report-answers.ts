/** What a report is made of. */
import { z } from 'zod';
import { collectionSchema, sourceSchema } from '../records.js';
import { REPORT_FORMATS, REPORTS } from '../reports.js';
import { count, entityReferenceSchema, envelope } from '../shapes.js';
import { compareAnswerSchema } from './change-answers.js';
import { pathAnswerSchema } from './path-answers.js';
import { rankAnswerSchema } from './ranking-answers.js';
import { entityAnswerSchema, sourcesAnswerSchema } from './record-answers.js';

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
    pathWithout: pathAnswerSchema
      .optional()
      .describe('The same question without the one source on which the weakest hop of the first path rests'),
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
