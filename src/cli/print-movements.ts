/** Ranks before and after, as a table. */
import type { Movement } from '../contract/answers.js';
import type { Page } from './page.js';
import { figure } from './words.js';

/** Movements in the order given, or a word that there are none. */
export function printMovements(
  { title, projection }: { title: string; projection: string },
  movements: readonly Movement[],
  page: Page,
): void {
  page.heading(`Ranks by ${title}`);
  page.line(page.style.dim(projection), { indent: 2 });
  if (movements.length === 0) {
    page.line('No rank moves.', { indent: 2 });
    return;
  }
  const place = (rank: number | null) => (rank === null ? '–' : String(rank));
  const value = (number: number | null) => (number === null ? '–' : figure(number));
  page.table(
    [
      { title: 'Name', style: page.style.bold },
      { title: 'Id', style: page.style.dim },
      { title: 'Before', align: 'right' },
      { title: 'After', align: 'right' },
      { title: 'Value before', align: 'decimal' },
      { title: 'Value after', align: 'decimal' },
    ],
    movements.map((each) => [
      each.name,
      each.id,
      place(each.before),
      place(each.after),
      value(each.valueBefore),
      value(each.valueAfter),
    ]),
    2,
  );
}
