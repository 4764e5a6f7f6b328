/** Scope: the part of the graph that a question is asked of, as parameters and as told back in each answer. */
import { z } from 'zod';
import { flag, list, number } from './parameters.js';
import { edtfSchema, idSchema, statusSchema } from './records.js';

/** The parameters that every question takes. Absent means "no limit", except where a question has a default lens. */
export const scopeParameters = {
  lens: idSchema.optional().describe('A named scope of the ontology; `everything` for no lens'),
  collection: list(idSchema).optional().describe('Only these collections'),
  kind: list(idSchema).optional().describe('Only entities of these kinds and their sub-kinds'),
  type: list(idSchema)
    .optional()
    .describe('Only relations of these types; naming a type lets it in even if it is no conduit'),
  status: list(statusSchema)
    .optional()
    .describe(
      'Only entities and relations of these statuses; actual entities stay as ends of what is planned or hypothetical',
    ),
  minConfidence: number(0, 1)
    .optional()
    .describe(
      'Least confidence of a relation, 0 to 1; relations that cannot be judged are left out and counted',
    ),
  asOf: edtfSchema
    .optional()
    .describe('Only what holds, or may hold, on this date (EDTF: 2020, 2020-05, 2020-05-17)'),
  certainOnly: flag().optional().describe('With asOf: leave out what only may hold'),
  datedOnly: flag().optional().describe('Leave out relations without any date'),
  knownBy: edtfSchema.optional().describe('Only relations of which a claim had been published by this date'),
  allTypes: flag()
    .optional()
    .describe('Let relations in that are no conduits (rivalry, comparison, sanction …)'),
  tied: flag().optional().describe('Leave out entities without a relation in scope'),
  without: list(idSchema)
    .optional()
    .describe(
      'Leave out these entities, relations or sources (a relation falls when no supporting claim is left)',
    ),
};
export const scopeSchema = z.strictObject(scopeParameters);
/** A scope as asked. Every field optional. */
export type Scope = z.output<typeof scopeSchema>;

/** A scope as used: what was asked, defaults filled in, and what it left. */
export const scopeAnswerSchema = scopeSchema.extend({
  conduitsOnly: z.boolean(),
  entities: z.int(),
  relations: z.int(),
  /** Of `relations`: those without any date, those that only may hold on `asOf`. */
  undated: z.int(),
  mayHold: z.int(),
  /** Relations left out because nothing could be judged of them (with `minConfidence` only). */
  unjudged: z.int(),
});
export type ScopeAnswer = z.output<typeof scopeAnswerSchema>;
