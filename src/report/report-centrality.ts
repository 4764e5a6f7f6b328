/** Who matters: the ranking, how it was made, how firmly it stands, and what rests on one source. */
import type { Answer } from '../contract/questions.js';
import { dateText } from '../model/period-text.js';
import { barChart, rangeChart } from './charts.js';
import type { Composer } from './composer.js';
import type { Block, Cell, Span } from './document.js';
import { networkPicture } from './network-picture.js';
import { counted, figure, measureWords } from './words.js';

type Rank = Answer<'rank'>;
const MOST_BARS = 25;
/** A figure stands on one page: a tall one would leave half of the page before it empty. The table after it names the rest. */
const MOST_RANGES = 12;
const MOST_SOURCES = 12;

export const composeCentrality: Composer = (report, cite) => {
  const rank = report.answers.rank!;
  const [leading] = rank.measures;
  const { id, title, question, unit } = leading!;
  const value = (row: Rank['rows'][number]) => row.values[id]!;
  const shown = rank.rows.slice(0, MOST_BARS);
  const picture = report.picture;
  return {
    title: `Centrality: ${question}`,
    question,
    blocks: [
      { is: 'paragraph', lead: true, spans: summary(rank) },
      ...(shown.length === 0
        ? []
        : [
            { is: 'heading', text: 'Ranking' } as const,
            {
              is: 'figure',
              svg: barChart(
                shown.map((row) => ({ label: row.name, value: value(row) })),
                `${title} (${unit})`,
                figure,
              ),
              caption: `${title}, the first ${shown.length} of ${figure(rank.total)}.`,
            } as const,
          ]),
      ranking(report, rank),
      ...sensitivity(rank),
      ...(picture === undefined || picture.entities.length < 2 ? [] : network(picture)),
      ...movement(report),
      ...dependence(rank, cite),
      ...carrying(report, cite),
      { is: 'heading', text: 'Method' },
      {
        is: 'facts',
        rows: rank.measures.map((measure) => [
          measure.title,
          [
            `${measure.question} Unit: ${measure.unit}. Projection: ${measure.projection}.`,
            { dim: settings(measure.parameters) },
          ],
        ]),
      },
    ],
  };
};

function summary({ rows, total, measures, scope }: Rank): Span[] {
  const [first, second] = rows;
  const [measure] = measures;
  if (first === undefined || measure === undefined) return ['Nothing lies in this scope, so nobody ranks.'];
  const undated =
    scope.relations === 0
      ? ''
      : ` Of ${counted(scope.relations, 'relation')} ${counted(scope.undated, 'bears no date and counts', 'bear no date and count')} at any.`;
  return [
    `Of ${counted(total, 'entity', 'entities')}, `,
    { strong: first.name },
    ` ranks first by ${measureWords(measure)} with ${figure(first.values[measure.id]!)} (${measure.unit})`,
    ...(second === undefined
      ? []
      : [', before ', { strong: second.name }, ` with ${figure(second.values[measure.id]!)}`]),
    `.${undated}`,
  ];
}

function ranking({ kinds }: Answer<'report'>, { measures, rows, total }: Rank): Block {
  const sorting = measures[0]!;
  return {
    is: 'table',
    main: true,
    caption:
      rows.length < total
        ? `The first ${figure(rows.length)} of ${figure(total)}, by ${measureWords(sorting)}. In other columns the place stands behind the value.`
        : `All ${figure(total)}, by ${measureWords(sorting)}.`,
    columns: [
      { title: '#', figures: true },
      { title: 'Name' },
      { title: 'Kind' },
      { title: 'Id', forMachines: true },
      ...measures.flatMap(({ title }, nth) => [
        { title, figures: true },
        ...(nth === 0 ? [] : [{ title: `${title} #`, figures: true }]),
      ]),
    ],
    rows: rows.map((row) => [
      row.rank[sorting.id]!,
      [{ strong: row.name }],
      [kinds[row.kind] ?? row.kind],
      [{ dim: row.id }],
      ...measures.flatMap(({ id }, nth): Cell[] => [row.values[id]!, ...(nth === 0 ? [] : [row.rank[id]!])]),
    ]),
  };
}

function sensitivity({ measures, rows, sensitivity }: Rank): Block[] {
  if (sensitivity === undefined) return [];
  const [measure] = measures;
  const { id } = measure!;
  const { draws, seed, topOf, certain } = sensitivity;
  const ranges = rows.flatMap((row) =>
    row.interval === undefined ? [] : [{ row, bounds: row.interval[id]! }],
  );
  const kept =
    certain === 0
      ? ''
      : ` Those that cannot be judged, ${counted(certain, 'relation')}, ${certain === 1 ? 'was' : 'were'} always kept.`;
  return [
    { is: 'heading', text: 'Sensitivity' },
    {
      is: 'paragraph',
      spans: [
        `How far ranks move when relations are kept with the probability of their confidence: ${counted(draws, 'draw')}, seed ${seed}.${kept} This measures sensitivity to doubtful relations; it is no confidence interval. A rank outside its own interval rests on doubtful relations.`,
      ],
    },
    {
      is: 'figure',
      svg: rangeChart(
        ranges
          .slice(0, MOST_RANGES)
          .map(({ row, bounds: [lo, hi] }) => ({ label: row.name, lo, hi, at: row.rank[id]! })),
        `Rank by ${measureWords(measure!)}: in nine of ten draws (bar), with all relations (dot)`,
      ),
      caption: `Intervals of the ranks by ${measureWords(measure!)}, the first ${Math.min(ranges.length, MOST_RANGES)} of ${figure(rows.length)} told here.`,
    },
    {
      is: 'table',
      caption: `Ranks in nine of ten draws, and the share of draws among the first ${topOf}.`,
      columns: [
        { title: 'Name' },
        { title: 'Rank', figures: true },
        { title: 'From', figures: true },
        { title: 'To', figures: true },
        { title: `In top ${topOf}`, figures: true },
      ],
      rows: ranges.map(({ row, bounds }) => [
        [row.name],
        row.rank[id]!,
        bounds[0],
        bounds[1],
        row.topShare?.[id] ?? null,
      ]),
    },
  ];
}

function network(picture: NonNullable<Answer<'report'>['picture']>): Block[] {
  const { svg, unnamed } = networkPicture(picture, new Set(picture.entities.slice(0, 5).map(({ id }) => id)));
  const rest = unnamed === 0 ? '' : ` ${counted(unnamed, 'name')} found no room.`;
  return [
    { is: 'heading', text: 'The first among themselves' },
    {
      is: 'figure',
      svg,
      caption: `The first ${picture.entities.length} and the ties among them; the first five are dark.${rest}`,
    },
  ];
}

function movement({ answers: { rank, compare } }: Answer<'report'>): Block[] {
  if (compare === undefined) return [];
  const moved = new Map(compare.movements.map((each) => [each.id, each]));
  const rows = rank!.rows.flatMap(({ id }) => moved.get(id) ?? []);
  return [
    { is: 'heading', text: `Movement since ${dateText(compare.from)}` },
    {
      is: 'paragraph',
      spans: [
        `Ranks by ${measureWords(compare.measure)} on ${dateText(compare.from)} and on ${dateText(compare.to)}. ${rank!.rows.length - rows.length} of the ${rank!.rows.length} told here did not move. ${undatedWords(compare)}.`,
      ],
    },
    ...(rows.length === 0
      ? []
      : [
          {
            is: 'table',
            caption: 'A rank that is missing: not in the graph then.',
            columns: [
              { title: 'Name' },
              { title: dateText(compare.from), figures: true },
              { title: dateText(compare.to), figures: true },
            ],
            rows: rows.map(({ name, before, after }) => [[name], before, after]),
          } as const,
        ]),
  ];
}

const undatedWords = ({ undated, scope }: NonNullable<Answer<'report'>['answers']['compare']>) =>
  `${counted(undated, 'relation bears no date and counts', 'relations bear no date and count')} on ${scope.certainOnly === true ? 'neither' : 'both'}`;

function dependence({ rows, measures }: Rank, cite: Parameters<Composer>[1]): Block[] {
  const told = rows.filter(({ dependence }) => dependence !== undefined);
  if (told.length === 0) return [];
  return [
    { is: 'heading', text: 'What each rank rests on' },
    {
      is: 'table',
      caption:
        'The source without which the rank moves farthest; where none is named, no single source moves it.',
      columns: [
        { title: 'Name' },
        { title: 'Rank', figures: true },
        { title: 'Without it', figures: true },
        { title: 'Source' },
      ],
      rows: told.map(({ name, rank, dependence }) => [
        [name],
        rank[measures[0]!.id]!,
        dependence?.rank ?? null,
        dependence === null || dependence === undefined
          ? ['none']
          : [
              ...(dependence.rank === null ? ['gone without: '] : []),
              dependence.title,
              ' ',
              cite.source(dependence.source),
            ],
      ]),
    },
  ];
}

function carrying({ answers: { sources } }: Answer<'report'>, cite: Parameters<Composer>[1]): Block[] {
  const all = (sources?.sources ?? []).filter(({ relations }) => relations > 0);
  const first = [...all]
    .sort((a, b) => b.sole - a.sole || b.relations - a.relations || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SOURCES);
  if (first.length === 0) return [];
  const sole = all.reduce((sum, each) => sum + each.sole, 0);
  return [
    { is: 'heading', text: 'What rests on one source' },
    {
      is: 'paragraph',
      spans: [
        `${counted(sole, 'relation')} of ${sources!.scope.relations.toLocaleString('en-US')} in this scope rest${sole === 1 ? 's' : ''} on one source alone, from ${counted(all.filter((each) => each.sole > 0).length, 'source')}. Those that carry most:`,
      ],
    },
    {
      is: 'table',
      caption: 'Sources by the relations that no other source supports.',
      columns: [
        { title: 'Source' },
        { title: 'Grade' },
        { title: 'Relations', figures: true },
        { title: 'On it alone', figures: true },
      ],
      rows: first.map(({ id, title, reliability, relations, sole: alone }) => [
        [title, ' ', cite.source(id)],
        [reliability],
        relations,
        alone,
      ]),
    },
  ];
}

/** What projection and unit do not say already. */
const settings = ({ raw: _, direction: __, ...parameters }: Readonly<Record<string, unknown>>) =>
  Object.entries(parameters)
    .map(([name, value]) => ` ${name} ${String(value)}`)
    .join(',');
