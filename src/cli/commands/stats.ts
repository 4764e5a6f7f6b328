/** `stats`: how much there is, of what, and how well dated. */
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted, figure, percent } from '../words.js';

const number = (count: number) => count.toLocaleString('en-US');
const descending = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => [name, number(count)]);

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
        ['entities', number(answer.entities), ''],
        [
          'relations',
          number(answer.relations),
          `${number(answer.disputed)} disputed; ${percent(answer.undatedShare)} undated`,
        ],
        ['claims', number(answer.claims), ''],
        ['sources', number(answer.sources), 'that claim something of them'],
        [
          'components',
          number(components.count),
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
        number(of.entities),
        number(of.relations),
        number(of.sources),
      ]),
      2,
    );
    page.heading('By status');
    page.table(
      [{ title: '' }, { title: 'entities', align: 'right' }, { title: 'relations', align: 'right' }],
      Object.entries(answer.byStatus).map(([id, of]) => [id, number(of.entities), number(of.relations)]),
      2,
    );
    printScope(page, answer);
  },
});
