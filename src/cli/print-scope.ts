/** The line below an answer that says what it was asked of. */
import type { ScopeAnswer } from '../contract/scope.js';
import type { Page } from './page.js';
import { counted, dotted, grouped } from './words.js';

/** Writes the scope in words: what limits it, what it left, what could not be dated or judged. */
export function printScope(page: Page, { scope, revision }: { scope: ScopeAnswer; revision: string }): void {
  const limit = (name: string, values: readonly string[] | undefined) =>
    values !== undefined && `${name} ${values.join(', ')}`;
  const text = dotted(
    scope.lens !== undefined && `lens ${scope.lens}`,
    scope.conduitsOnly ? 'conduits only (--all-types for all)' : 'all relation types',
    limit('collection', scope.collection),
    limit('kind', scope.kind),
    limit('type', scope.type),
    limit('status', scope.status),
    scope.minConfidence !== undefined && `confidence at least ${scope.minConfidence}`,
    scope.asOf !== undefined && `as of ${scope.asOf}${scope.certainOnly === true ? ', certain only' : ''}`,
    scope.datedOnly === true && 'dated only',
    scope.knownBy !== undefined && `known by ${scope.knownBy}`,
    limit('without', scope.without),
    `${counted(scope.entities, 'entity', 'entities')}, ${counted(scope.relations, 'relation')}`,
    scope.undated > 0 && `${grouped(scope.undated)} undated`,
    scope.mayHold > 0 && `${grouped(scope.mayHold)} only may hold`,
    scope.unjudged > 0 && `${grouped(scope.unjudged)} left out that cannot be judged`,
    `revision ${revision}`,
  );
  page.line();
  page.line(page.style.dim(text), { bullet: page.style.dim('Scope: ') });
}
