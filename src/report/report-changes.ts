/** What began and ended between two dates, and whose rank moved. */
import type { Answer } from '../contract/questions.js';
import { dateText } from '../model/period-text.js';
import { barChart } from './charts.js';
import type { Citations } from './citations.js';
import type { Composer } from './composer.js';
import type { Block, Cell } from './document.js';
import { commandWords, counted, figure, measureWords, mostRows, periodSpan, statement } from './words.js';

type Compare = Answer<'compare'>;
const MOST_TYPES = 15;
/** Relations that began, and as many that ended, told unless `top` says otherwise; of entities likewise. */
const USUAL_TOP = 30;

export const composeChanges: Composer = (report, cite) => {
  const { answers, kinds } = report;
  const compare = answers.compare!;
  const told = pick(report);
  const { from, to, began, ended, entitiesBegan, entitiesEnded, undated } = compare;
  return {
    title: `Changes from ${dateText(from)} to ${dateText(to)}`,
    question: `What began, ended and rose between ${dateText(from)} and ${dateText(to)}?`,
    blocks: [
      {
        is: 'paragraph',
        lead: true,
        spans: [
          `${counted(began.length, 'relation')} began and ${ended.length} ended; ${counted(entitiesBegan.length, 'entity', 'entities')} began and ${entitiesEnded.length} ended. Of ${counted(undated, 'relation')} nothing can be said, for want of dates.`,
        ],
      },
      ...byType(compare),
      { is: 'heading', text: 'Relations' },
      relationTable(told, cite),
      ...entities(told, kinds),
      ...movements(compare, kinds),
    ],
  };
};

function byType({ began, ended }: Compare): Block[] {
  const tally = new Map<string, number>();
  for (const [what, relations] of [
    ['began', began],
    ['ended', ended],
  ] as const) {
    for (const { label } of relations)
      tally.set(`${label}, ${what}`, (tally.get(`${label}, ${what}`) ?? 0) + 1);
  }
  const bars = [...tally]
    .map(([label, value]) => ({ label, value }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
  if (bars.length === 0) return [];
  return [
    {
      is: 'figure',
      svg: barChart(bars.slice(0, MOST_TYPES), 'Relations', figure),
      caption:
        bars.length > MOST_TYPES
          ? `Changes by relation type, the ${MOST_TYPES} most frequent of ${bars.length}.`
          : 'Changes by relation type.',
    },
  ];
}

interface Told {
  began: Compare['began'];
  ended: Compare['ended'];
  entitiesBegan: Compare['entitiesBegan'];
  entitiesEnded: Compare['entitiesEnded'];
  /** What a caption says of the rows that are left out of a table, with the command that gives all. */
  rest(what: 'relations' | 'entities'): string;
}

/** The most telling changes: certain ones first, then by confidence. */
function pick(report: Answer<'report'>): Told {
  const { began, ended, entitiesBegan, entitiesEnded } = report.answers.compare!;
  const most = mostRows(report, USUAL_TOP);
  const first = <T extends { certain: boolean; confidence?: number | null }>(changes: readonly T[]) =>
    [...changes]
      .sort((a, b) => Number(b.certain) - Number(a.certain) || (b.confidence ?? -1) - (a.confidence ?? -1))
      .slice(0, most);
  const told = {
    began: first(began),
    ended: first(ended),
    entitiesBegan: first(entitiesBegan),
    entitiesEnded: first(entitiesEnded),
  };
  const left = {
    relations: began.length + ended.length - told.began.length - told.ended.length,
    entities:
      entitiesBegan.length + entitiesEnded.length - told.entitiesBegan.length - told.entitiesEnded.length,
  };
  return {
    ...told,
    rest: (what) =>
      left[what] === 0
        ? ''
        : ` ${counted(left[what], 'row is', 'rows are')} left out, those that are less certain and less well attested; all are told by: ${commandWords({ ...report.parameters, top: 0 })}`,
  };
}

function relationTable({ began, ended, rest }: Told, cite: Citations): Block {
  const row = (what: string, relation: Compare['began'][number]): Cell[] => [
    [relation.certain ? what : `${what} (may have)`],
    [{ strong: statement(relation) }],
    [periodSpan(relation.period)],
    relation.confidence,
    cite.claims(relation.claims),
  ];
  return {
    is: 'table',
    main: true,
    caption: `“May have”: one of the two states is not known for certain.${rest('relations')}`,
    columns: [
      { title: 'Change' },
      { title: 'Relation' },
      { title: 'Period' },
      { title: 'Confidence', figures: true },
      { title: 'Sources' },
    ],
    rows: [
      ...began.map((relation) => row('began', relation)),
      ...ended.map((relation) => row('ended', relation)),
    ],
  };
}

function entities(
  { entitiesBegan, entitiesEnded, rest }: Told,
  kinds: Readonly<Record<string, string>>,
): Block[] {
  const rows = [
    ...entitiesBegan.map((each) => ({ ...each, what: 'began' })),
    ...entitiesEnded.map((each) => ({ ...each, what: 'ended' })),
  ];
  if (rows.length === 0) return [];
  return [
    { is: 'heading', text: 'Entities' },
    {
      is: 'table',
      caption: `Entities that came into being or ceased to be.${rest('entities')}`,
      columns: [{ title: 'Change' }, { title: 'Name' }, { title: 'Kind' }],
      rows: rows.map(({ what, certain, name, kind }) => [
        [certain ? what : `${what} (may have)`],
        [{ strong: name }],
        [kinds[kind] ?? kind],
      ]),
    },
  ];
}

function movements(
  { movements, measure, from, to }: Compare,
  kinds: Readonly<Record<string, string>>,
): Block[] {
  if (movements.length === 0) return [];
  return [
    { is: 'heading', text: 'Movements' },
    {
      is: 'table',
      caption: `Ranks by ${measureWords(measure)} on ${dateText(from)} and ${dateText(to)}, greatest movement first; a rank that is missing: not in the graph then. Projection: ${measure.projection}.`,
      columns: [
        { title: 'Name' },
        { title: 'Kind' },
        { title: dateText(from), figures: true },
        { title: dateText(to), figures: true },
      ],
      rows: movements.map(({ name, kind, before, after }) => [[name], [kinds[kind] ?? kind], before, after]),
    },
  ];
}
