/** One actor: who it is, its ties with their sources, when they held, where it ranks. */
import type { RelationView } from '../contract/answers.js';
import type { Answer } from '../contract/questions.js';
import { parsePeriod, yearsOf } from '../model/period.js';
import { periodText } from '../model/period-text.js';
import { barChart, rangeChart } from './charts.js';
import type { Citations } from './citations.js';
import type { Composer } from './composer.js';
import type { Block, Cell, Span } from './document.js';
import { networkPicture } from './network-picture.js';
import { evidence } from './report-path.js';
import { commandWords, counted, figure, mostRows, originWords, periodSpan } from './words.js';

type Show = Answer<'show'>;
const MOST_PERIODS = 40;
const MOST_SORTS = 8;
/** Ties of each sort told unless `top` says otherwise: an actor may have a thousand of one. */
const USUAL_TOP = 15;

export const composeActor: Composer = (report, cite) => {
  const { answers, picture } = report;
  const show = answers.show!;
  const told = tellable(report);
  const { entity, kindLabel, relations, claims } = show;
  const ties = relations.flatMap((group) => group.relations);
  const period = entity.period === undefined ? '' : `, ${periodText(entity.period)}`;
  return {
    title: entity.name,
    question: `What is known of ${entity.name}, and who says so?`,
    blocks: [
      {
        is: 'paragraph',
        lead: true,
        spans: [
          { strong: entity.name },
          ` (${kindLabel}${period})`,
          entity.summary === undefined ? '. ' : `: ${entity.summary} `,
          `${counted(ties.length, 'relation of it is', 'relations of it are')} recorded in this scope.`,
        ],
      },
      { is: 'facts', rows: profile(show) },
      ...(claims.length === 0
        ? []
        : ([{ is: 'list', items: claims.map((claim) => evidence(claim, cite)) }] as const)),
      ...ranks(answers.rank!),
      ...(picture === undefined ? [] : around(show, picture)),
      { is: 'heading', text: 'Ties' },
      ...sorts(show),
      tieTable(report, told, cite),
      ...timeline(show.entity.id, told),
    ],
  };
};

function profile({ entity, kindLabel }: Show): [string, Span[]][] {
  const { names, aliases, formerNames, place, identifiers } = entity;
  const facts: [string, string][] = [
    ['Kind', kindLabel],
    ['Id', entity.id],
    ['Status', entity.status],
    ['Period', periodText(entity.period)],
    [
      'Names',
      Object.entries(names)
        .map(([language, name]) => `${name} (${language})`)
        .join(', '),
    ],
    ['Also', aliases.join(', ')],
    [
      'Formerly',
      formerNames
        .map(({ name, period }) => (period === undefined ? name : `${name} (${periodText(period)})`))
        .join(', '),
    ],
    ['Place', place === undefined ? '' : `${place.name} (${place.precision})`],
    ...Object.entries(identifiers).map(([scheme, value]): [string, string] => [
      scheme,
      typeof value === 'string' ? value : value.map((each) => each.value).join(', '),
    ]),
  ];
  return facts.filter(([, text]) => text !== '').map(([name, text]) => [name, [text]]);
}

function ranks({ rows, measures, total, scope }: Answer<'rank'>): Block[] {
  const [row] = rows;
  const heading = { is: 'heading', text: 'Ranks' } as const;
  const within = `lens ${scope.lens ?? 'everything'}, ${scope.conduitsOnly ? 'conduits only' : 'all relation types'}`;
  if (row === undefined) {
    return [heading, { is: 'paragraph', spans: [`It lies outside what is ranked (${within}).`] }];
  }
  return [
    heading,
    {
      is: 'table',
      caption: `Among ${counted(total, 'entity', 'entities')} (${within}).`,
      columns: [
        { title: 'Measure' },
        { title: 'Question' },
        { title: 'Rank', figures: true },
        { title: 'Value', figures: true },
        { title: 'Unit' },
      ],
      rows: measures.map(({ id, title, question, unit }) => [
        [title],
        [question],
        row.rank[id]!,
        row.values[id]!,
        [unit],
      ]),
    },
  ];
}

function around({ entity, relations }: Show, picture: NonNullable<Answer<'report'>['picture']>): Block[] {
  const { svg, unnamed } = networkPicture(picture, new Set([picture.entities[0]!.id]));
  const rest = unnamed === 0 ? '' : ` ${counted(unnamed, 'name')} found no room.`;
  const all = new Set(relations.flatMap((group) => group.relations.flatMap(({ from, to }) => [from, to])));
  all.delete(entity.id);
  const shown = picture.entities.length - 1;
  const who =
    shown < all.size ? `${shown} of its ${counted(all.size, 'neighbour')}` : counted(shown, 'neighbour');
  return [
    { is: 'heading', text: 'Who stands around' },
    {
      is: 'figure',
      svg,
      caption: `${entity.name} and ${who}, with the ties among them.${rest}`,
    },
  ];
}

type Told = readonly { label: string; tie: RelationView }[];

/** The best attested ties of each sort: with the most independent origins, then the most credible. */
function tellable(report: Answer<'report'>): Told {
  const most = mostRows(report, USUAL_TOP);
  return report.answers.show!.relations.flatMap(({ label, relations }) =>
    [...relations]
      .sort((a, b) => b.origins.least - a.origins.least || (b.confidence ?? -1) - (a.confidence ?? -1))
      .slice(0, most)
      .map((tie) => ({ label, tie })),
  );
}

/** How many ties there are of each sort. */
function sorts({ relations }: Show): Block[] {
  const bars = relations
    .map(({ label, relations: ties }) => ({ label, value: ties.length }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
  if (bars.length < 2) return [];
  return [
    {
      is: 'figure',
      svg: barChart(bars.slice(0, MOST_SORTS), 'Relations', figure),
      caption:
        bars.length > MOST_SORTS
          ? `Its ties by sort, the ${MOST_SORTS} most frequent of ${bars.length}.`
          : 'Its ties by sort.',
    },
  ];
}

function tieTable({ answers, kinds, parameters }: Answer<'report'>, told: Told, cite: Citations): Block {
  const { entity, relations } = answers.show!;
  const all = relations.reduce((sum, group) => sum + group.relations.length, 0);
  const whose = `${entity.name} in scope (${kinds[entity.kind] ?? entity.kind}), with the sources that speak of them`;
  return {
    is: 'table',
    main: true,
    caption:
      told.length === all
        ? `All relations of ${whose}.`
        : `Of ${counted(all, 'relation')} of ${whose}, the ${figure(told.length)} that are best attested, of each sort some; all are told by: ${commandWords({ ...parameters, top: 0 })}`,
    columns: [
      { title: 'Tie' },
      { title: 'With' },
      { title: 'When' },
      { title: 'Status' },
      { title: 'Confidence', figures: true },
      { title: 'Rests on', tight: true },
      { title: 'Sources' },
    ],
    rows: told.map(({ label, tie }): Cell[] => [
      [label],
      [{ strong: farEnd(tie, entity.id) }],
      [periodSpan(tie.period)],
      [tie.disputed ? `${tie.status}, disputed` : tie.status],
      tie.confidence,
      [originWords(tie.origins)],
      cite.claims(tie.claims),
    ]),
  };
}

const farEnd = (tie: RelationView, id: string) => (tie.from === id ? tie.toName : tie.fromName);

/** Periods of the dated relations among those told; open ends run to the edge of the others. */
function timeline(id: string, told: Told): Block[] {
  const dated = told
    .flatMap(({ label, tie }) => {
      if (tie.period === undefined) return [];
      const { startMin, endMax } = yearsOf(parsePeriod(tie.period));
      return [{ label: `${label} ${farEnd(tie, id)}`, from: startMin, to: endMax }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const shown = dated.slice(0, MOST_PERIODS);
  const known = shown.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
  if (known.length === 0) return [];
  // A year is as wide as itself; open ends reach a year beyond all that is known.
  const [least, most] = [Math.min(...known) - 1, Math.max(...known) + 2];
  const rest = dated.length - shown.length;
  return [
    { is: 'heading', text: 'Timeline' },
    {
      is: 'figure',
      svg: rangeChart(
        shown.map(({ label, from, to }) => ({
          label,
          lo: Math.max(from, least),
          hi: Math.min(to + 1, most),
        })),
        'Start of year',
        wholeYears(least, most),
      ),
      caption: `${counted(shown.length, 'dated relation')} of those told${rest === 0 ? '' : `, the earliest of ${dated.length}`}, at their widest; a bar that reaches the edge is open.`,
    },
  ];
}

/** At most eight years, evenly spaced. */
function wholeYears(least: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((most - least) / 7));
  return Array.from({ length: Math.ceil((most - least) / step) + 1 }, (_, nth) => least + nth * step);
}
