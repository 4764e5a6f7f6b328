/** `without`: what falls when a source, an entity or a relation is taken away. */
import type { Answer } from '../../contract/questions.js';
import type { Page } from '../page.js';
import { printMovements } from '../print-movements.js';
import { printSentences } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { confidenceWords, counted } from '../words.js';

export default defineQuestion({
  question: 'without',
  examples: [
    'asterism without --source diplomat-chinas-space-dream',
    'asterism without --entity China --from Argentina --to "PLA Aerospace Force"',
  ],
  print(answer, page) {
    const { sources, entities, relations } = answer.without;
    page.line(page.style.bold(`Without ${[...sources, ...entities, ...relations].join(', ')}`));
    page.heading(`${counted(answer.fallen.length, 'relation')} would fall`);
    printSentences(answer.fallen, page);
    page.heading(`${counted(answer.weakened.length, 'relation')} would rest on less`);
    printSentences(
      answer.weakened,
      page,
      (nth) => `then ${confidenceWords(answer.weakened[nth]!.confidenceAfter)}`,
    );
    page.heading(`${counted(answer.cutOff.length, 'entity', 'entities')} would be cut off from the rest`);
    for (const { name, id } of answer.cutOff) page.line(`${name} ${page.style.dim(id)}`, { indent: 2 });
    if (answer.path !== undefined) printPath(answer.path, page);
    printMovements(answer.measure, answer.movements, page);
    printScope(page, answer);
  },
});

function printPath({ before, after }: NonNullable<Answer<'without'>['path']>, page: Page): void {
  page.heading('The shortest path');
  const chain = (path: typeof before) => path?.nodes.map(({ name }) => name).join(' – ') ?? 'none';
  page.line(chain(before), { indent: 2, bullet: 'before  ' });
  page.line(chain(after), { indent: 2, bullet: 'after   ' });
}
