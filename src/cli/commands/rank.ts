/** `rank`: who matters, by one or several measures, with the projection they were taken on. */
import type { Answer } from '../../contract/questions.js';
import type { Column, Page } from '../page.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted, figure, grouped, percent } from '../words.js';

export default defineQuestion({
  question: 'rank',
  optionNames: { measures: 'measure' },
  examples: [
    'asterism rank --measure betweenness,pagerank --top 10',
    'asterism rank --measure degree --lens everything --as-of 2024-06',
    'asterism rank --measure betweenness --sensitivity 200 --dependence',
    'asterism rank --data large.graphml --measure betweenness --approximate 0.01',
    'asterism rank --data network.graphml --measure betweenness --top 0 --json',
  ],
  print(answer, page) {
    if (answer.rows.length === 0) page.line('Nobody is left in this scope.');
    else printTable(answer, page);
    if (answer.rows.length < answer.total)
      page.line(
        page.style.dim(`${grouped(answer.rows.length)} of ${grouped(answer.total)}; --top 0 shows all`),
      );
    for (const { title, question, unit, projection, parameters, hint } of answer.measures) {
      page.line();
      page.line(`${page.style.bold(title)}: ${question}`);
      page.line(page.style.dim(`${projection}; ${unit}${settings(parameters)}`), { indent: 2 });
      if (hint !== undefined) page.line(hint, { indent: 2 });
    }
    if (answer.sensitivity !== undefined) printSensitivity(answer.sensitivity, page);
    printDependence(answer, page);
    printScope(page, answer);
  },
});

function printSensitivity(
  { draws, seed, topOf, certain }: NonNullable<Answer<'rank'>['sensitivity']>,
  page: Page,
): void {
  page.line();
  page.line(
    `${page.style.bold('Sensitivity')}: in brackets the ranks in nine of ten of ${counted(draws, 'draw')} (seed ${seed}), behind them the share of draws among the first ${topOf}. Relations were kept with the probability of their confidence${certain === 0 ? '' : `; ${grouped(certain)} that cannot be judged always`}. A rank outside its brackets rests on doubtful relations.`,
  );
}

/** What each rank rests on, for the rows that rest on one source. */
function printDependence({ rows, measures }: Answer<'rank'>, page: Page): void {
  const resting = rows.flatMap(({ name, rank, dependence }) =>
    dependence
      ? [
          [
            name,
            String(rank[measures[0]!.id]),
            dependence.rank === null ? 'gone' : String(dependence.rank),
            dependence.title,
          ],
        ]
      : [],
  );
  if (resting.length === 0) return;
  page.heading('The source each rank rests on most');
  page.table(
    [
      { title: 'Name' },
      { title: 'Rank', align: 'right' },
      { title: 'Without it', align: 'right' },
      { title: 'Source' },
    ],
    resting,
    2,
  );
}

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
    rows.map(({ name, kind, id, values, rank, interval, topShare }) => [
      sorting === undefined ? '' : String(rank[sorting.id]),
      name,
      kind,
      id,
      ...measures.map((measure, i) => {
        const bounds = interval?.[measure.id];
        const spread =
          bounds === undefined
            ? ''
            : ` [${bounds[0]}–${bounds[1]}] ${percent(topShare?.[measure.id] ?? null)}`;
        return `${figure(values[measure.id]!)}${spread}${i === 0 ? '' : ` (${rank[measure.id]})`}`;
      }),
    ]),
  );
}

/** What projection and unit do not say already. */
const settings = ({ raw: _, direction: __, ...parameters }: Readonly<Record<string, unknown>>) =>
  Object.entries(parameters)
    .map(([name, value]) => `; ${name} ${String(value)}`)
    .join('');
