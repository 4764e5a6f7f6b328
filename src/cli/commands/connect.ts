/** `connect`: through whom several entities hang together. */
import type { Answer } from '../../contract/questions.js';
import type { Page } from '../page.js';
import { printSteps } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted } from '../words.js';

export default defineQuestion({
  question: 'connect',
  argumentNames: { ids: 'ENTITY' },
  examples: [
    'asterism connect Argentina "PLA Aerospace Force" SpaceX',
    'asterism connect Huawei Venezuela "Xi Jinping" --avoid China',
  ],
  print(answer, page) {
    const names = new Map(answer.entities.map(({ id, name }) => [id, name]));
    page.line(page.style.bold(answer.terminals.map(({ name }) => name).join(', ')));
    if (!answer.connected) printGroups(answer, names, page);
    const between = answer.entities.filter(({ terminal }) => !terminal).map(({ name }) => name);
    page.line(
      `${counted(answer.steps.length, 'tie')}, through ${between.length === 0 ? 'nobody else' : between.join(', ')}.`,
    );
    page.line(page.style.dim(`At most ${answer.bound.toFixed(2)} times the fewest ties possible.`));
    printSteps(answer.steps, names, page);
    printScope(page, answer);
  },
});

function printGroups({ groups }: Answer<'connect'>, names: ReadonlyMap<string, string>, page: Page): void {
  page.line('They do not all hang together:');
  for (const group of groups)
    page.line(group.map((id) => names.get(id) ?? id).join(', '), { indent: 2, bullet: '· ' });
}
