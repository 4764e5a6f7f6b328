/** What the question `report` takes: parameters of the questions that its documents are made of. */
import { z } from 'zod';
import { direction, entities, flag, list } from './parameters.js';
import { pathQuestions } from './questions/path-questions.js';
import { rankingQuestions } from './questions/ranking-questions.js';
import { edtfSchema } from './records.js';
import { REPORT_FORMATS, REPORTS } from './reports.js';
import { scopeParameters } from './scope.js';

const path = pathQuestions.path.parameters.shape;
const rank = rankingQuestions.rank.parameters.shape;

export const reportParameters = z.strictObject({
  name: z
    .enum(REPORTS)
    .describe('centrality; path, of two ends; actor, of one entity; changes, between two dates; sources'),
  of: entities().optional().describe('The entity, or the two ends of a path, by id or name'),
  format: z.enum(REPORT_FORMATS).default('html').describe('csv holds the main table, json the answers'),
  measure: list(z.string()).optional().describe('Measures by id, see `measures`; the first one leads'),
  top: rank.top
    .unwrap()
    .optional()
    .describe(
      'Ranks, ties or changes of each sort, movements or sources to tell; 0 for all, which is usual in csv but for ranks',
    ),
  direction: direction.optional().describe('How relations are read'),
  raw: flag().optional().describe('centrality: do not normalise'),
  distance: rank.distance,
  strength: rank.strength,
  near: rank.near.describe('centrality, changes: whom personalised PageRank starts from'),
  approximate: rank.approximate.describe('centrality: error allowed of betweenness'),
  sensitivity: rank.sensitivity.describe('centrality: draws for the intervals of ranks'),
  seed: rank.seed.unwrap().optional().describe('centrality: the same seed, the same draws'),
  dependence: flag().optional().describe('centrality: the source on which each rank rests most'),
  since: edtfSchema.optional().describe('centrality: with asOf, movements since this date'),
  from: edtfSchema.optional().describe('changes: earlier date (EDTF)'),
  to: edtfSchema.optional().describe('changes: later date (EDTF)'),
  mode: path.mode.unwrap().optional().describe('path: which paths to look for (k-shortest if not given)'),
  k: path.k.describe('path: most paths to tell'),
  disjoint: path.disjoint.unwrap().optional().describe('path: what disjoint paths may not share'),
  maxLength: path.maxLength.describe('path: most relations in a path'),
  via: path.via.describe('path: pass through these, in this order'),
  avoid: path.avoid.describe('path: pass through none of these'),
  ...scopeParameters,
});
