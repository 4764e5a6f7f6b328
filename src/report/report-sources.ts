/** Which publications carry the graph, how they are graded, and how much rests on each alone. */
import { barChart } from './charts.js';
import type { Composer } from './composer.js';
import { counted, figure, mostRows } from './words.js';

/** Rows told unless the question says how many; the whole list of a large graph fills a hundred pages. */
const USUAL_ROWS = 100;

export const composeSources: Composer = (report, cite) => {
  const { sources, scope } = report.answers.sources!;
  const used = [...sources].sort(
    (a, b) => b.relations - a.relations || b.claims - a.claims || (a.id < b.id ? -1 : 1),
  );
  const told = used.slice(0, mostRows(report, USUAL_ROWS));
  const claims = used.reduce((sum, each) => sum + each.claims, 0);
  const sole = used.reduce((sum, each) => sum + each.sole, 0);
  const byLetter = [...'ABCDEF'].map((letter) => ({
    label: `Reliability ${letter}`,
    value: used.reduce((sum, each) => sum + (each.reliability === letter ? each.claims : 0), 0),
  }));
  return {
    title: 'Sources',
    question: 'Which publications carry this graph?',
    blocks: [
      {
        is: 'paragraph',
        lead: true,
        spans: [
          `${counted(used.length, 'source makes', 'sources make')} ${counted(claims, 'claim')} on ${counted(scope.entities, 'entity', 'entities')} and ${counted(scope.relations, 'relation')}. ${counted(sole, 'relation rests', 'relations rest')} on one source alone.`,
        ],
      },
      {
        is: 'figure',
        svg: barChart(byLetter, 'Claims', figure),
        caption:
          'Claims by the reliability of their source (NATO Admiralty code; F cannot be judged, which is not the worst).',
      },
      {
        is: 'table',
        main: true,
        caption: `${told.length < used.length ? `The first ${figure(told.length)} of ${counted(used.length, 'source')} (--top 0 tells all), by` : 'Sources by'} the relations they speak of.`,
        columns: [
          { title: 'Source' },
          { title: 'Publisher' },
          { title: 'Date', tight: true },
          { title: 'Grade' },
          { title: 'Claims', figures: true },
          { title: 'Relations', figures: true },
          { title: 'On it alone', figures: true },
        ],
        rows: told.map((source) => [
          [source.title, ' ', cite.source(source.id)],
          [source.publisher ?? ''],
          [source.date ?? ''],
          [source.reliability],
          source.claims,
          source.relations,
          source.sole,
        ]),
      },
    ],
  };
};
