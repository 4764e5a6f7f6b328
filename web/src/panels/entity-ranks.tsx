/** Where an entity stands in the rankings; asked only when opened, for on a large graph it is work. */
import { useState } from 'react';
import { useAnswer } from '../ask.js';
import { scopeOf, useView } from '../view.js';
import { AskedOf } from './asked-of.js';
import { numberText } from './number-text.js';
import classes from './panel.module.css';
import { Failed, Loading } from './panel-states.js';

const MEASURES = 'degree,betweenness,pagerank';

export function EntityRanks({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const question = { ...scopeOf(useView()), measures: MEASURES, top: 0 };
  const { data, error, isPlaceholderData, refetch } = useAnswer('rank', question, { enabled: isOpen });
  const row = data?.rows.find((each) => each.id === id);
  return (
    <>
      <h3>Ranks</h3>
      <details className={classes.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>How central it is</summary>
        {error ? (
          <Failed error={error} retry={refetch} />
        ) : data === undefined || isPlaceholderData ? (
          <Loading what="ranks" />
        ) : (
          <>
            {row === undefined ? (
              <p>It lies outside the scope that rankings were asked of.</p>
            ) : (
              <dl className={classes.facts}>
                {data.measures.map((measure) => (
                  <div key={measure.id} className={classes.contents}>
                    <dt>{measure.title}</dt>
                    <dd>
                      {`${row.rank[measure.id]} of ${data.total.toLocaleString('en')} (${numberText(row.values[measure.id] ?? Number.NaN)})`}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            <AskedOf scope={data.scope} />
          </>
        )}
      </details>
    </>
  );
}
