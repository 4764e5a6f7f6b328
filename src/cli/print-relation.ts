/** Relations and their evidence as a page shows them. */
import type { Evidence, RelationView } from '../contract/answers.js';
import type { Page } from './page.js';
import { confidenceWords, dotted, originWords } from './words.js';

/** Each claim: grade and paraphrase, below it title, locator and id of the source. Disputing ones say so. */
export function printEvidence(page: Page, claims: readonly Evidence[], indent: number): void {
  for (const claim of claims) {
    const disputes = claim.stance === 'disputes';
    const asserter = claim.asserter === undefined ? '' : ` (according to ${claim.asserter})`;
    const says = `${disputes ? page.style.red('disputed: ') : ''}${claim.says}${asserter}`;
    const grade = claim.grade.padEnd(4);
    page.line(says, { indent, bullet: disputes ? page.style.red(grade) : page.style.cyan(grade) });
    const where = dotted(
      `${claim.title}, ${claim.locator}`,
      claim.source,
      claim.published !== undefined && `published ${claim.published}`,
      claim.retracted !== undefined && `withdrawn ${claim.retracted}`,
    );
    page.line(page.style.dim(where), { indent: indent + 4 });
  }
}

/** Period, standing and id of a relation in one phrase. */
export function relationFacts(relation: Omit<RelationView, 'claims'>): string {
  return dotted(
    relation.period ?? 'undated',
    relation.status !== 'actual' && relation.status,
    confidenceWords(relation.confidence),
    relation.disputed && 'disputed',
    originWords(relation.origins),
    !relation.conduit && 'no conduit',
    ...Object.entries(relation.attributes).map(([name, value]) => `${name} ${String(value)}`),
    relation.id,
  );
}
