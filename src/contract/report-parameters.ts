/** What the question `report` takes: parameters of the questions that its documents are made of. */
import { z } from 'zod';
import { direction, distance, entities, flag, integer, list, number, strength } from './parameters.js';
import { edtfSchema } from './records.js';
import { REPORT_FORMATS, REPORTS } from './reports.js';
import { scopeParameters } from './scope.js';

export const reportParameters = z.strictObject({
  name: z
    .enum(REPORTS)
    .describe('centrality; path, of two ends; actor, of one entity; changes, between two dates; sources'),
  of: entities().optional().describe('The entity, or the two ends of a path, by id or name'),
  format: z.enum(REPORT_FORMATS).default('html').describe('csv holds the main table, json the answers'),
  measure: list(z.string()).optional().describe('Measures by id, see `measures`; the first one leads'),
  top: integer(0, 1_000_000)
    .optional()
    .describe('Ranks, ties or changes of each sort, movements or sources to tell; 0 for all'),
  direction: direction.optional().describe('How relations are read'),
  raw: flag().optional().describe('centrality: do not normalise'),
  distance,
  strength,
  near: entities().optional().describe('centrality: whom personalised PageRank starts from'),
  approximate: number(0.001, 0.5).optional().describe('centrality: error allowed of betweenness'),
  sensitivity: integer(10, 10_000).optional().describe('centrality: draws for the intervals of ranks'),
  seed: integer(0, 4_294_967_295).optional().describe('centrality: the same seed, the same draws'),
  dependence: flag().optional().describe('centrality: the source on which each rank rests most'),
  since: edtfSchema.optional().describe('centrality: with asOf, movements since this date'),
  from: edtfSchema.optional().describe('changes: earlier date (EDTF)'),
  to: edtfSchema.optional().describe('changes: later date (EDTF)'),
  mode: z
    .enum(['shortest', 'k-shortest', 'credible', 'disjoint', 'all', 'time-respecting'])
    .optional()
    .describe('path: which paths to look for (k-shortest if not given)'),
  k: integer(1, 500).optional().describe('path: most paths to tell'),
  disjoint: z.enum(['entities', 'ties']).optional().describe('path: what disjoint paths may not share'),
  maxLength: integer(1, 20).optional().describe('path: most relations in a path'),
  via: entities().optional().describe('path: pass through these, in this order'),
  avoid: entities().optional().describe('path: pass through none of these'),
  ...scopeParameters,
});
