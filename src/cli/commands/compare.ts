/** `compare`: what began, ended and rose between two dates. */
import type { Answer } from '../../contract/questions.js';
import type { Page } from '../page.js';
import { printMovements } from '../print-movements.js';
import { printSentences } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted } from '../words.js';

export default defineQuestion({
  question: 'compare',
  examples: [
    'asterism compare --from 2016 --to 2025',
    'asterism compare --from 2020 --to 2025 --measure degree --lens command',
  ],
  print(answer, page) {
    page.line(page.style.bold(`${answer.from} to ${answer.to}`));
    printChange('Began', answer.began, answer.entitiesBegan, page);
    printChange('Ended', answer.ended, answer.entitiesEnded, page);
    page.line();
    page.line(page.style.dim(`Of ${counted(answer.undated, 'undated relation')} nothing can be said.`));
    printMovements(answer.measure, answer.movements, page);
    printScope(page, answer);
  },
});

function printChange(
  title: string,
  relations: Answer<'compare'>['began'],
  entities: Answer<'compare'>['entitiesBegan'],
  page: Page,
): void {
  page.heading(
    `${title}: ${counted(relations.length, 'relation')}, ${counted(entities.length, 'entity', 'entities')}`,
  );
  for (const { name, certain } of entities) page.line(`${name}${certain ? '' : ' (perhaps)'}`, { indent: 2 });
  printSentences(relations, page, (nth) => !relations[nth]!.certain && 'perhaps');
}
