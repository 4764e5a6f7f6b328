/** Where a rank lies in nine of ten draws: a whisker on a scale of ranks, and the same in figures. */
import style from './rank-interval.module.css';

/** Place of a rank from 0 (first) to 100 (last), by logarithm: the difference of 1 and 5 matters more than that of 501 and 505. */
export const rankPlace = (rank: number, last: number): number =>
  last <= 1 ? 0 : (100 * Math.log(rank)) / Math.log(last);

export function RankInterval(properties: {
  rank: number;
  interval: readonly [number, number];
  /** Share of draws among the first `topOf`. */
  topShare: number | undefined;
  topOf: number;
  total: number;
}) {
  const { rank, interval, topShare, topOf, total } = properties;
  const [from, to] = interval.map((bound) => rankPlace(bound, total)) as [number, number];
  const bounds = interval.map((bound) => Math.round(bound).toLocaleString('en'));
  return (
    <span className={style.interval}>
      <span aria-hidden className={style.scale}>
        <span
          className={style.whisker}
          style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }}
        />
        <span className={style.rank} style={{ insetInlineStart: `${rankPlace(rank, total)}%` }} />
      </span>
      <span>
        rank {bounds[0]}
        {bounds[0] === bounds[1] ? '' : `–${bounds[1]}`}
      </span>
      {topShare === undefined ? null : (
        <span>
          {Math.round(100 * topShare)}&nbsp;% in top {topOf}
        </span>
      )}
    </span>
  );
}
