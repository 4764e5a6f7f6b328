/** A ranking as a table: sortable, with bars in its cells; a row lights its node, a click flies there. */
import { Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDownload } from '@tabler/icons-react';
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { SmallButton } from '../buttons.js';
import { useView } from '../view.js';
import { KindBadge } from './kind-badge.js';
import classes from './panel.module.css';
import { RankInterval } from './rank-interval.js';
import { RankedRow, RankedTable, ValueCell } from './ranked-table.js';
import { FIRST_TOP } from './ranking-controls.js';
import { saveRanking } from './ranking-csv.js';
import style from './ranking-table.module.css';
import { SelectLink } from './selection.js';

type Ranking = Answer<'rank'>;
type Row = Ranking['rows'][number];

/** Rows drawn at once; more are a click away. */
const DRAWN = 500;

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
  filterFns: {},
});
const columnOf = createColumnHelper<typeof features, Row>();

export function RankingTable({ answer }: { answer: Ranking }) {
  const { rows, measures } = answer;
  const table = useRankingTable(answer);
  // Sorted by name, the rank is still that of the first measure.
  const [order] = table.state.sorting;
  const ranked = measures.find(({ id }) => order?.id === columnId(id)) ?? measures[0]!;
  const largest = useMemo(
    () =>
      new Map(
        measures.map(({ id }) => [id, rows.reduce((most, row) => Math.max(most, row.values[id] ?? 0), 0)]),
      ),
    [measures, rows],
  );
  const top = useView().top ?? FIRST_TOP;
  const [isLong, setLong] = useState(false);
  const sorted = table.getRowModel().rows.map(({ original }) => original);
  const wanted = Number(top) > 0 ? sorted.slice(0, Number(top)) : sorted;
  const drawn = isLong ? wanted : wanted.slice(0, DRAWN);

  return (
    <>
      <div className={style.tools}>
        <TextInput
          size="xs"
          aria-label="Filter by name"
          placeholder="Filter by name"
          onChange={(event) => table.setGlobalFilter(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => saveRanking(answer, wanted)}
        >
          CSV
        </Button>
      </div>
      <RankedTable
        label={`Ranked by ${ranked.title}`}
        heads={
          <>
            <th scope="col" title={`Rank by ${ranked.title}`}>
              #
            </th>
            {table.getFlatHeaders().map(({ id, column }) => (
              <SortedHead key={id} column={column} />
            ))}
          </>
        }
      >
        {drawn.map((row) => (
          <ActorRow key={row.id} row={row} answer={answer} ranked={ranked.id} largest={largest} />
        ))}
      </RankedTable>
      {drawn.length === 0 ? <p className={classes.dim}>No name here holds these letters.</p> : null}
      {drawn.length < wanted.length ? (
        <SmallButton onClick={() => setLong(true)}>
          Show all {wanted.length.toLocaleString('en')} rows
        </SmallButton>
      ) : null}
      <Notes answer={answer} drawn={drawn.length} />
    </>
  );
}

const columnId = (measure: string) => `measure:${measure}`;

/** Sorted by any column, the first measure to begin with; filtered by words of a name or kind. */
function useRankingTable({ rows, measures }: Ranking) {
  const columns = useMemo(
    () =>
      columnOf.columns([
        columnOf.accessor('name', { header: 'Entity', sortFn: 'text', sortDescFirst: false }),
        ...measures.map(({ id, title }) =>
          columnOf.accessor((row) => row.values[id], {
            id: columnId(id),
            header: title,
            sortFn: 'basic',
            sortDescFirst: true,
            sortUndefined: 'last',
          }),
        ),
      ]),
    [measures],
  );
  return useTable({
    features,
    columns,
    data: rows,
    initialState: { sorting: [{ id: columnId(measures[0]!.id), desc: true }] },
    enableSortingRemoval: false,
    getRowId: (row) => row.id,
    getColumnCanGlobalFilter: ({ id }) => id === 'name',
    globalFilterFn: (row, _, text: string) =>
      `${row.original.name}\n${row.original.kind}`.toLowerCase().includes(text.trim().toLowerCase()),
  });
}

function SortedHead({
  column,
}: {
  column: ReturnType<ReturnType<typeof useRankingTable>['getAllFlatColumns']>[number];
}) {
  const by = column.getIsSorted();
  const Arrow = by === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" aria-sort={by === false ? undefined : by === 'asc' ? 'ascending' : 'descending'}>
      <button type="button" className={style.sort} onClick={column.getToggleSortingHandler()}>
        {String(column.columnDef.header)}
        {by === false ? null : <Arrow size={13} aria-hidden />}
      </button>
    </th>
  );
}

function ActorRow(properties: {
  row: Row;
  answer: Ranking;
  /** The measure whose rank leads the row. */
  ranked: string;
  largest: ReadonlyMap<string, number>;
}) {
  const { row, answer, ranked, largest } = properties;
  const { measures, sensitivity, total } = answer;
  return (
    <>
      <RankedRow lit={{ entities: [row.id] }} select={`entity:${row.id}`} place={row.id}>
        <td className={style.rank}>{row.rank[ranked]}</td>
        <th scope="row" className={style.name}>
          <SelectLink what="entity" id={row.id}>
            {row.name}
          </SelectLink>
          <br />
          <KindBadge kind={row.kind} />
        </th>
        {measures.map(({ id, title }) => {
          const value = row.values[id];
          const interval = row.interval?.[id];
          return (
            <ValueCell
              key={id}
              value={value}
              most={largest.get(id) ?? 0}
              title={`${title}: ${value}, rank ${row.rank[id]}`}
            >
              {interval === undefined || sensitivity === undefined ? null : (
                <RankInterval
                  rank={row.rank[id] ?? total}
                  interval={interval}
                  topShare={row.topShare?.[id]}
                  topOf={sensitivity.topOf}
                  total={total}
                />
              )}
            </ValueCell>
          );
        })}
      </RankedRow>
      {row.dependence === undefined ? null : (
        <tr className={style.under}>
          <td />
          <td colSpan={1 + measures.length}>
            <Dependence dependence={row.dependence} measure={measures[0]!.title} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The source without which the rank changes most, in a row of its own: a column more would not fit beside two measures. */
function Dependence(properties: { dependence: NonNullable<Row['dependence']> | null; measure: string }) {
  const { dependence, measure } = properties;
  if (dependence === null) return <span className={classes.dim}>Rests on no single source</span>;
  return (
    <span className={classes.dim} title={`Without it the rank by ${measure} changes most`}>
      Rests most on “
      <SelectLink what="source" id={dependence.source}>
        {dependence.title}
      </SelectLink>
      ”: {dependence.rank === null ? 'gone without it' : `rank ${dependence.rank} without it`}
    </span>
  );
}

/** How much of the ranking is shown, what it was measured on, and what its whiskers are. */
function Notes({ answer, drawn }: { answer: Ranking; drawn: number }) {
  const { rows, total, measures, sensitivity } = answer;
  const count = (number: number) => number.toLocaleString('en');
  return (
    <>
      <p className={classes.dim}>
        {count(drawn)} of {count(total)} entities shown
        {rows.length < total
          ? `; the table holds the first ${count(rows.length)} by ${measures[0]!.title}`
          : ''}
        . {projectionText(measures)}
      </p>
      {sensitivity === undefined ? null : (
        <p className={classes.dim}>
          Whiskers: ranks in nine of ten of {count(sensitivity.draws)} draws, seed {sensitivity.seed}. In each
          draw a relation is kept as often as its confidence says
          {sensitivity.certain === 0
            ? ''
            : `; ${count(sensitivity.certain)} that cannot be judged always stay`}
          . A rank beside its whisker, not on it, rests on doubtful relations.
        </p>
      )}
    </>
  );
}

/** What was measured on, said once where several measures share it. */
function projectionText(measures: Ranking['measures']): string {
  return [...new Set(measures.map(({ projection }) => projection))]
    .map((projection) => {
      const titles = measures
        .filter((measure) => measure.projection === projection)
        .map(({ title }) => title);
      return `${titles.join(', ')}: ${projection}.`;
    })
    .join(' ');
}
