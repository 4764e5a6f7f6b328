/** `rank`: who matters, by one or several measures, with the projection they were taken on. */
import type { Answer } from '../../contract/questions.js';
import type { Column, Page } from '../page.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { figure } from '../words.js';

export default defineQuestion({
  question: 'rank',
  optionNames: { measures: 'measure' },
  examples: [
    'asterism rank --measure betweenness,pagerank --top 10',
    'asterism rank --measure degree --lens everything --as-of 2024-06',
    'asterism rank --data network.graphml --measure betweenness --top 0 --json',
  ],
  print(answer, page) {
    if (answer.rows.length === 0) page.line('Nobody is left in this scope.');
    else printTable(answer, page);
    if (answer.rows.length < answer.total)
      page.line(page.style.dim(`${answer.rows.length} of ${answer.total}; --top 0 shows all`));
    for (const { title, question, unit, projection, parameters } of answer.measures) {
      page.line();
      page.line(`${page.style.bold(title)}: ${question}`);
      page.line(page.style.dim(`${projection}; ${unit}${settings(parameters)}`), { indent: 2 });
    }
    printScope(page, answer);
  },
});

/** One column a measure; of the others than the first, which gives the order, the place stands behind the value. */
function printTable({ measures, rows }: Answer<'rank'>, page: Page): void {
  const [sorting] = measures;
  const columns: Column[] = [
    { title: '#', align: 'right', style: page.style.dim },
    { title: 'Name', style: page.style.bold },
    { title: 'Kind' },
    { title: 'Id', style: page.style.dim },
    ...measures.map(({ title }): Column => ({ title, align: 'decimal' })),
  ];
  page.table(
    columns,
    rows.map(({ name, kind, id, values, rank, interval }) => [
      sorting === undefined ? '' : String(rank[sorting.id]),
      name,
      kind,
      id,
      ...measures.map((measure, i) => {
        const bounds = interval?.[measure.id];
        const spread = bounds === undefined ? '' : ` [${figure(bounds[0])}, ${figure(bounds[1])}]`;
        return `${figure(values[measure.id]!)}${spread}${i === 0 ? '' : ` (${rank[measure.id]})`}`;
      }),
    ]),
  );
}

const settings = (parameters: Readonly<Record<string, unknown>>) =>
  Object.entries(parameters)
    .map(([name, value]) => `; ${name} ${String(value)}`)
    .join('');
