/** `stats`: how much there is, of what, and how well dated. */
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted, figure, grouped, percent } from '../words.js';

const descending = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => [name, grouped(count)]);

export default defineQuestion({
  question: 'stats',
  examples: [
    'asterism stats',
    'asterism stats --as-of 2023 --kind military-unit',
    'asterism stats --data network.graphml --json',
  ],
  print(answer, page) {
    const { components } = answer;
    page.table(
      [{ title: '' }, { title: '', align: 'right', style: page.style.bold }, { title: '' }],
      [
        ['entities', grouped(answer.entities), ''],
        [
          'relations',
          grouped(answer.relations),
          `${grouped(answer.disputed)} disputed; ${percent(answer.undatedShare)} undated`,
        ],
        ['claims', grouped(answer.claims), ''],
        ['sources', grouped(answer.sources), 'that claim something of them'],
        [
          'components',
          grouped(components.count),
          `the largest has ${counted(components.largest, 'entity', 'entities')}`,
        ],
        ['density', figure(answer.density), 'pairs that are joined, of all pairs of entities'],
      ],
    );
    const table = (title: string, counts: Readonly<Record<string, number>>) => {
      page.heading(title);
      page.table([{ title: '' }, { title: '', align: 'right' }], descending(counts), 2);
    };
    table('Entities by kind', answer.byKind);
    table('Relations by type', answer.byType);
    page.heading('By collection');
    page.table(
      [
        { title: '' },
        { title: 'entities', align: 'right' },
        { title: 'relations', align: 'right' },
        { title: 'sources', align: 'right' },
      ],
      Object.entries(answer.byCollection).map(([id, of]) => [
        id,
        grouped(of.entities),
        grouped(of.relations),
        grouped(of.sources),
      ]),
      2,
    );
    page.heading('By status');
    page.table(
      [{ title: '' }, { title: 'entities', align: 'right' }, { title: 'relations', align: 'right' }],
      Object.entries(answer.byStatus).map(([id, of]) => [id, grouped(of.entities), grouped(of.relations)]),
      2,
    );
    printScope(page, answer);
  },
});
