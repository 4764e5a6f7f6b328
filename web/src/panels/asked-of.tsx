/** In which part of the graph an answer looked, in one line. */
import type { ScopeAnswer } from '../../../src/contract/scope.js';
import { dateText } from '../../../src/model/period-text.js';
import { countText } from '../count-text.js';
import { useOntology } from './kind-badge.js';
import classes from './panel.module.css';

/** `lens Actors · as of May 2020 (3 relations only may hold)`. */
function scopeText(scope: ScopeAnswer, lensLabel: (id: string) => string): string {
  const lens =
    scope.lens === undefined || scope.lens === 'everything' ? 'everything' : `lens ${lensLabel(scope.lens)}`;
  const limits = (
    [
      ['collection', scope.collection],
      ['kind', scope.kind],
      ['type', scope.type],
      ['status', scope.status],
      ['without', scope.without],
    ] as const
  ).flatMap(([name, values]) => (values === undefined ? [] : [`${name} ${values.join(', ')}`]));
  return [
    lens,
    ...limits,
    ...(scope.minConfidence === undefined
      ? []
      : [`confidence from ${scope.minConfidence} (${scope.unjudged} not judged left out)`]),
    ...(scope.asOf === undefined
      ? []
      : [`as of ${dateText(scope.asOf)} (${countText.relations(scope.mayHold)} only may hold)`]),
    ...(scope.datedOnly === true ? ['dated only'] : []),
    ...(scope.knownBy === undefined ? [] : [`known by ${dateText(scope.knownBy)}`]),
  ].join(' · ');
}

const CONDUITS =
  'Relations along which influence, resources, people or authority can pass. Rivalry, comparison and sanction are left out here.';

/** `counted` is false where the counts stand beside it already. */
export function AskedOf({ scope, counted = true }: { scope: ScopeAnswer; counted?: boolean }) {
  const ontology = useOntology();
  const label = (id: string) => ontology?.lenses.find((lens) => lens.id === id)?.label ?? id;
  const undated = scope.undated === 0 ? '' : `, ${scope.undated.toLocaleString('en')} of them undated`;
  return (
    <p className={classes.dim}>
      Asked of {scopeText(scope, label)}
      {scope.conduitsOnly ? (
        <>
          {' · '}
          <abbr title={CONDUITS}>conduits only</abbr>
        </>
      ) : null}
      {counted
        ? `: ${countText.entities(scope.entities)}, ${countText.relations(scope.relations)}${undated}`
        : ''}
      .
    </p>
  );
}
