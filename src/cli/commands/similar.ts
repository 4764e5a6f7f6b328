/** `similar`: who is placed like an entity, by the neighbours they share. */
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { figure } from '../words.js';

export default defineQuestion({
  question: 'similar',
  argumentNames: { id: 'ENTITY' },
  examples: ['asterism similar "PLA Cyberspace Force"', 'asterism similar Huawei --top 5'],
  print(answer, page) {
    page.line(page.style.bold(`Placed like ${answer.entity.name}`));
    if (answer.similar.length === 0) page.line('Nobody shares a neighbour with it in this scope.');
    else {
      page.table(
        [
          { title: 'Likeness', align: 'decimal' },
          { title: 'Name', style: page.style.bold },
          { title: 'Kind' },
          { title: 'Shared neighbours' },
        ],
        answer.similar.map(({ likeness, name, kind, through }) => [
          figure(likeness),
          name,
          kind,
          through.map((each) => each.name).join(', '),
        ]),
      );
    }
    printScope(page, answer);
  },
});
