/** From the answers to the document: what the report of that name says, and how it was made. */
import type { Answer } from '../contract/questions.js';
import type { ReportName } from '../contract/reports.js';
import { Citations } from './citations.js';
import type { Composer } from './composer.js';
import type { ReportDocument } from './document.js';
import { composeActor } from './report-actor.js';
import { composeCentrality } from './report-centrality.js';
import { composeChanges } from './report-changes.js';
import { composePath } from './report-path.js';
import { composeSources } from './report-sources.js';
import { commandWords, scopeWords } from './words.js';

const composers: Record<ReportName, Composer> = {
  centrality: composeCentrality,
  path: composePath,
  actor: composeActor,
  changes: composeChanges,
  sources: composeSources,
};

/** Composes a report. A pure function of its answers: every figure in it is one of theirs. */
export function composeReport(report: Answer<'report'>): ReportDocument {
  const { name, revision, version, parameters, scope, cited, collections } = report;
  const citations = new Citations(cited);
  const composed = composers[name](report, citations);
  return {
    ...composed,
    scope: scopeWords(scope),
    references: citations.references(),
    command: commandWords(parameters),
    colophon: [
      ['Revision', `${revision} of the data`],
      ['Program', `Asterism ${version}`],
      [
        'Parameters',
        Object.entries(parameters)
          .map(([key, value]) => `${key} ${[value].flat().join(', ')}`)
          .join(' · '),
      ],
      ...collections.map(({ title, licence, attribution, maintainer }): [string, string] => [
        `Licence of ${title}`,
        // A file says neither, in the same words.
        [...new Set([licence, attribution ?? maintainer])].join('. '),
      ]),
    ],
  };
}
