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
import { flyTo } from '../graph/highlight.js';
import { changeView, useView } from '../view.js';
import { KindBadge } from './kind-badge.js';
import { lightOut, lightUp } from './lights.js';
import { numberText } from './number-text.js';
import classes from './panel.module.css';
import { RankInterval } from './rank-interval.js';
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
  const { rows, measures, sensitivity } = answer;
  const hasDependence = rows.some(({ dependence }) => dependence !== undefined);
  const first = measures[0]!.id;
  const columns = useMemo(
    () =>
      columnOf.columns([
        columnOf.accessor('name', { header: 'Entity', sortFn: 'text', sortDescFirst: false }),
        ...measures.map((measure) =>
          columnOf.accessor((row) => row.values[measure.id], {
            id: `measure:${measure.id}`,
            header: measure.title,
            sortFn: 'basic',
            sortDescFirst: true,
            sortUndefined: 'last',
          }),
        ),
      ]),
    [measures],
  );
  const largest = useMemo(
    () =>
      new Map(
        measures.map(({ id }) => [id, rows.reduce((most, row) => Math.max(most, row.values[id] ?? 0), 0)]),
      ),
    [measures, rows],
  );
  const table = useTable({
    features,
    columns,
    data: rows,
    initialState: { sorting: [{ id: `measure:${first}`, desc: true }] },
    enableSortingRemoval: false,
    getRowId: (row) => row.id,
    getColumnCanGlobalFilter: ({ id }) => id === 'name',
    globalFilterFn: (row, _, text: string) =>
      `${row.original.name}\n${row.original.kind}`.toLowerCase().includes(text.trim().toLowerCase()),
  });
  // Sorted by name, the rank is still that of the first measure.
  const [order] = table.state.sorting;
  const ranked = measures.find(({ id }) => order?.id === `measure:${id}`) ?? measures[0]!;
  const top = useView().top ?? FIRST_TOP;
  const [isLong, setLong] = useState(false);
  const { rows: sorted } = table.getRowModel();
  const wanted = top === 'all' ? sorted.length : Number(top);
  const drawn = sorted.slice(0, isLong ? wanted : Math.min(wanted, DRAWN));
  const held = Math.min(wanted, sorted.length) - drawn.length;

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
          onClick={() =>
            saveRanking(
              answer,
              sorted.slice(0, wanted).map(({ original }) => original),
            )
          }
        >
          CSV
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label="Ranking, may scroll sideways">
        <table className={style.table}>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                <th scope="col" title={`Rank by ${ranked.title}`}>
                  #
                </th>
                {group.headers.map(({ id, column }) => {
                  const sortedBy = column.getIsSorted();
                  const Arrow = sortedBy === 'asc' ? IconArrowUp : IconArrowDown;
                  return (
                    <th
                      key={id}
                      scope="col"
                      aria-sort={
                        sortedBy === false ? undefined : sortedBy === 'asc' ? 'ascending' : 'descending'
                      }
                    >
                      <button type="button" className={style.sort} onClick={column.getToggleSortingHandler()}>
                        {String(column.columnDef.header)}
                        {sortedBy === false ? null : <Arrow size={13} aria-hidden />}
                      </button>
                    </th>
                  );
                })}
                {hasDependence ? (
                  <th scope="col" title={`Without it the rank by ${measures[0]!.title} changes most`}>
                    Rests most on
                  </th>
                ) : null}
              </tr>
            ))}
          </thead>
          <tbody>
            {drawn.map(({ original: row }) => (
              <RankedRow key={row.id} row={row} answer={answer} ranked={ranked.id} largest={largest} />
            ))}
          </tbody>
        </table>
      </section>
      {drawn.length === 0 ? <p className={classes.dim}>No name here holds these letters.</p> : null}
      {held > 0 ? (
        <SmallButton onClick={() => setLong(true)}>
          Show all {(held + drawn.length).toLocaleString('en')} rows
        </SmallButton>
      ) : null}
      <p className={classes.dim}>
        {drawn.length.toLocaleString('en')} of {answer.total.toLocaleString('en')} entities shown
        {rows.length < answer.total
          ? `; the table holds the first ${rows.length.toLocaleString('en')} by ${measures[0]!.title}`
          : ''}
        . {projectionText(measures)}
      </p>
      {sensitivity === undefined ? null : (
        <p className={classes.dim}>
          Whiskers: ranks in nine of ten of {sensitivity.draws.toLocaleString('en')} draws, seed{' '}
          {sensitivity.seed}. In each draw a relation is kept as often as its confidence says
          {sensitivity.certain === 0
            ? ''
            : `; ${sensitivity.certain.toLocaleString('en')} that cannot be judged always stay`}
          .
        </p>
      )}
    </>
  );
}

function RankedRow(properties: {
  row: Row;
  answer: Ranking;
  /** The measure whose rank leads the row. */
  ranked: string;
  largest: ReadonlyMap<string, number>;
}) {
  const { row, answer, ranked, largest } = properties;
  const { measures, sensitivity, total } = answer;
  const light = () => lightUp({ entities: [row.id], reason: 'row' });
  return (
    // Keyboard reaches the same through the link in the row.
    <tr
      onMouseEnter={light}
      onMouseLeave={lightOut}
      onFocus={light}
      onBlur={lightOut}
      onClick={() => {
        changeView({ select: `entity:${row.id}` });
        flyTo(row.id);
      }}
    >
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
        const most = largest.get(id) ?? 0;
        const interval = row.interval?.[id];
        return (
          <td key={id} className={style.value} title={`${title}: ${value}, rank ${row.rank[id]}`}>
            {numberText(value ?? Number.NaN)}
            <span
              aria-hidden
              className={style.bar}
              style={{ inlineSize: `${most > 0 ? (100 * (value ?? 0)) / most : 0}%` }}
            />
            {interval === undefined || sensitivity === undefined ? null : (
              <RankInterval
                rank={row.rank[id] ?? total}
                interval={interval}
                topShare={row.topShare?.[id]}
                topOf={sensitivity.topOf}
                total={total}
              />
            )}
          </td>
        );
      })}
      {row.dependence === undefined ? null : (
        <td className={style.source}>
          {row.dependence === null ? (
            <span className={classes.dim}>no single source</span>
          ) : (
            <>
              <SelectLink what="source" id={row.dependence.source}>
                {row.dependence.title}
              </SelectLink>
              <br />
              <span className={classes.dim}>
                {row.dependence.rank === null ? 'gone without it' : `rank ${row.dependence.rank} without it`}
              </span>
            </>
          )}
        </td>
      )}
    </tr>
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
