/** Who is placed like an entity: tied to the same others. Asked only when opened. */
import { useState } from 'react';
import { useAnswer } from '../ask.js';
import { scopeOf, useView } from '../view.js';
import { AskedOf } from './asked-of.js';
import { litOnHover } from './lights.js';
import classes from './panel.module.css';
import { Failed, Loading } from './panel-states.js';
import { EntityLink } from './selection.js';

const SHOWN = 8;

export function PlacedAlike({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const question = { ...scopeOf(useView()), id, top: SHOWN };
  const { data, error, isPlaceholderData, refetch } = useAnswer('similar', question, { enabled: isOpen });
  return (
    <details className={classes.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Placed alike</summary>
      {error ? (
        <Failed error={error} retry={refetch} />
      ) : data === undefined || isPlaceholderData ? (
        <Loading what="who is placed alike" />
      ) : (
        <>
          {data.similar.length === 0 ? <p>Nobody shares a neighbour with it.</p> : null}
          <ul>
            {data.similar.map(({ likeness, common, through, ...other }) => {
              const entities = [id, other.id, ...through.map((each) => each.id)];
              return (
                <li key={other.id} className={classes.item} {...litOnHover({ entities })}>
                  <EntityLink {...other} />
                  <p className={classes.dim}>
                    {Math.round(100 * likeness)} % of neighbours shared:{' '}
                    {through.map(({ name }) => name).join(', ')}
                    {common > through.length ? ` and ${common - through.length} more` : ''}
                  </p>
                </li>
              );
            })}
          </ul>
          <AskedOf scope={data.scope} />
        </>
      )}
    </details>
  );
}
