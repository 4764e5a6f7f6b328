/** What the tables of ranked actors and of ranked ties have in common: they scroll sideways, light their rows, and draw values as bars. */
import type { ReactNode } from 'react';
import { flyTo, type Highlight } from '../graph/highlight.js';
import { changeView } from '../view.js';
import { litOnHover } from './lights.js';
import { numberText } from './number-text.js';
import style from './ranking-table.module.css';

export function RankedTable(properties: { label: string; heads: ReactNode; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={style.scroll} tabIndex={0} aria-label={`${properties.label}, may scroll sideways`}>
      <table className={style.table} aria-label={properties.label}>
        <thead>
          <tr>{properties.heads}</tr>
        </thead>
        <tbody>{properties.children}</tbody>
      </table>
    </section>
  );
}

/** Lights the graph while it is pointed at; a click selects, and flies to an entity. Keyboard reaches the same through the links in the row. */
export function RankedRow(properties: {
  lit: Omit<Highlight, 'reason'>;
  select: string | undefined;
  place: string;
  children: ReactNode;
}) {
  const { lit, select, place, children } = properties;
  const open = () => {
    if (select === undefined) return;
    changeView({ select });
    flyTo(place);
  };
  return (
    <tr {...litOnHover(lit)} onClick={open}>
      {children}
    </tr>
  );
}

/** A figure over a bar, as long as its share of the greatest. */
export function ValueCell(properties: {
  value: number | undefined;
  most: number;
  title: string;
  children?: ReactNode;
}) {
  const { value, most, title, children } = properties;
  const share = most > 0 ? (100 * (value ?? 0)) / most : 0;
  return (
    <td className={style.value} title={title}>
      {numberText(value ?? Number.NaN)}
      <span aria-hidden className={style.bar} style={{ inlineSize: `${share}%` }} />
      {children}
    </td>
  );
}
