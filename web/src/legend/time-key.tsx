/** What the date, or two that are compared, do to the look of the sky, with counts. */

import { countText } from '../count-text.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { countMarks, type TimeMark } from '../time/moments.js';
import './time-key.css';

const CHANGES = ['began', 'ended'] as const;
const TITLES = { began: 'Began: solid', ended: 'Ended: dashed, hollow' } as const;

export function TimeKey({ graph: { shown } }: { graph: ShownGraph }) {
  const ties = countMarks(shown.relationMarks, shown.relations);
  const stars = countMarks(shown.entityMarks, shown.entities);
  const counted = (marks: typeof ties, ...names: (TimeMark | undefined)[]) =>
    names.reduce((sum, name) => sum + (marks.get(name) ?? 0), 0);
  if (!shown.compares)
    return shown.mayHold === 0 ? null : (
      <p className="legend-key legend-time-key">
        <span className="swatch-line legend-faint" aria-hidden /> faint: may hold then{' '}
        <span className="number">{shown.mayHold.toLocaleString('en')}</span>
      </p>
    );
  return (
    <section className="facet time-key" aria-label="Between the two dates">
      <h2 className="eyebrow">Between the two dates</h2>
      <ul>
        {CHANGES.map((change) => {
          const perhaps = `perhaps-${change}` as const;
          const doubted = counted(ties, perhaps) + counted(stars, perhaps);
          return (
            <li key={change} data-change={change}>
              <svg viewBox="0 0 34 12" width="34" height="12" aria-hidden="true">
                <circle cx="6" cy="6" r="4" />
                <line x1="13" y1="6" x2="33" y2="6" />
              </svg>
              <span className="facet-label">
                {TITLES[change]}
                <small>
                  {countText.relations(counted(ties, change, perhaps))},{' '}
                  {countText.entities(counted(stars, change, perhaps))}
                </small>
                {doubted > 0 && <small>faint: {doubted.toLocaleString('en')} perhaps</small>}
              </span>
            </li>
          );
        })}
        <li data-change="none">
          <svg viewBox="0 0 34 12" width="34" height="12" aria-hidden="true">
            <circle cx="6" cy="6" r="4" />
            <line x1="13" y1="6" x2="33" y2="6" />
          </svg>
          <span className="facet-label">
            Neither: grey
            <small>
              {countText.relations(counted(ties, undefined))}, {shown.undated.toLocaleString('en')} of them
              undated
            </small>
          </span>
        </li>
      </ul>
    </section>
  );
}
