/** `relation`: every claim for and against one relation. */
import { printEvidence, relationFacts } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { arrow, dotted } from '../words.js';

export default defineQuestion({
  question: 'relation',
  examples: ['asterism relation pla-aerospace-force--subordinate-to--central-military-commission'],
  print(answer, page) {
    const { relation } = answer;
    page.line(page.style.bold(`${relation.fromName} ${arrow(relation, relation.from)} ${relation.toName}`));
    page.line(page.style.dim(relationFacts(relation)));
    page.line(
      page.style.dim(
        dotted(
          `read backwards: ${relation.inverse}`,
          `collection ${relation.collection}`,
          relation.knownBy !== undefined && `known by ${relation.knownBy}`,
        ),
      ),
    );
    for (const stance of ['supports', 'disputes'] as const) {
      const claims = relation.claims.filter((claim) => claim.stance === stance);
      if (claims.length === 0) continue;
      page.heading(stance === 'supports' ? 'In support' : 'Against');
      printEvidence(page, claims, 2);
    }
    printScope(page, answer);
  },
});
