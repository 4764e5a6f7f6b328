/** Relations and their evidence as a page shows them. */

import type { Evidence, RelationView, StepView } from '../contract/answers.js';
import { periodText } from '../model/period-text.js';
import type { Page } from './page.js';
import { arrow, confidenceWords, dotted, originWords } from './words.js';

/** Each claim: grade and paraphrase, below it title, locator and id of the source. Disputing ones say so. */
export function printEvidence(page: Page, claims: readonly Evidence[], indent: number): void {
  for (const claim of claims) {
    const disputes = claim.stance === 'disputes';
    const asserter =
      claim.asserter === undefined ? '' : ` (according to ${claim.asserterName ?? claim.asserter})`;
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
    periodText(relation.period),
    relation.status !== 'actual' && relation.status,
    confidenceWords(relation.confidence),
    relation.disputed && 'disputed',
    originWords(relation.origins),
    !relation.conduit && 'no conduit',
    ...Object.entries(relation.attributes).map(([name, value]) => `${name} ${String(value)}`),
    relation.id,
  );
}

/** Steps one below the other, numbered, each with its relations and their evidence. `names` holds the names of all ends. */
export function printSteps(steps: readonly StepView[], names: ReadonlyMap<string, string>, page: Page): void {
  steps.forEach((step, i) => {
    page.line();
    for (const relation of step.relations) {
      const sentence = `${names.get(step.from)} ${arrow(relation, step.from)} ${names.get(step.to)}`;
      page.line(page.style.bold(sentence), {
        indent: 3,
        bullet: relation === step.relations[0] ? `${i + 1}  ` : '   ',
      });
      page.line(page.style.dim(relationFacts(relation)), { indent: 6 });
      printEvidence(page, relation.claims, 6);
    }
  });
}

/** Relations one a line, as sentences with their facts. */
export function printSentences(
  relations: readonly Omit<RelationView, 'claims'>[],
  page: Page,
  note?: (nth: number) => string | false,
): void {
  relations.forEach((relation, nth) => {
    page.line(`${relation.fromName} ${arrow(relation, relation.from)} ${relation.toName}`, { indent: 2 });
    page.line(page.style.dim(dotted(note?.(nth), relationFacts(relation))), { indent: 4 });
  });
}
