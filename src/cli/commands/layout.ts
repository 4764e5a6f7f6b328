/** `layout`: where each entity is drawn. */
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { figure } from '../words.js';

export default defineQuestion({
  question: 'graph',
  examples: [
    'asterism layout --lens command',
    'asterism layout --lens command --json',
    'asterism layout --community casc',
  ],
  print(answer, page) {
    const { id, name, x, y } = answer.entities;
    page.table(
      [
        { title: 'Name', style: page.style.bold },
        { title: 'Id' },
        { title: 'x', align: 'decimal' },
        { title: 'y', align: 'decimal' },
      ],
      id.map((each, row) => [name[row]!, each, figure(x[row]!), figure(y[row]!)]),
    );
    printScope(page, answer);
  },
});
