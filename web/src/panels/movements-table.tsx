/** Who rose and who fell in a ranking between two states of the graph. */
import { VisuallyHidden } from '@mantine/core';
import type { Movement } from '../../../src/contract/answers.js';
import { litOnHover } from './lights.js';
import style from './movements-table.module.css';
import classes from './panel.module.css';
import { EntityLink } from './selection.js';

export function MovementsTable(properties: {
  movements: readonly Movement[];
  measure: { title: string; projection: string };
  /** What the two columns of ranks are headed by. */
  heads: readonly [string, string];
}) {
  const { movements, measure, heads } = properties;
  if (movements.length === 0)
    return <p className={classes.dim}>Nobody moves in the ranking by {measure.title}.</p>;
  return (
    <>
      <table className={style.table}>
        <caption className={classes.hidden}>Ranks by {measure.title}</caption>
        <thead>
          <tr>
            <th scope="col">Entity</th>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
            <th scope="col">
              <VisuallyHidden>Movement</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {movements.map((movement) => (
            <tr key={movement.id} {...litOnHover({ entities: [movement.id] })}>
              <th scope="row">
                <EntityLink {...movement} />
              </th>
              <td>{movement.before ?? '–'}</td>
              <td>{movement.after ?? '–'}</td>
              <Moved {...movement} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.dim}>
        Ranks by {measure.title}: {measure.projection}.
      </p>
    </>
  );
}

/** `▲ 3`, `▼ 12`, `new`, `gone`. */
function Moved({ before, after }: Movement) {
  if (before === null) return <td data-moved="up">new</td>;
  if (after === null) return <td data-moved="down">gone</td>;
  const steps = Math.abs(before - after);
  return after < before ? (
    <td data-moved="up" aria-label={`up ${steps}`}>
      ▲ {steps}
    </td>
  ) : (
    <td data-moved="down" aria-label={`down ${steps}`}>
      ▼ {steps}
    </td>
  );
}
