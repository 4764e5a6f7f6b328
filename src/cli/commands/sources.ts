/** `sources`: the publications that carry the graph. */
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';

export default defineQuestion({
  question: 'sources',
  examples: ['asterism sources', 'asterism sources --type subordinate-to --json'],
  print(answer, page) {
    if (answer.sources.length === 0) page.line('No source carries anything in this scope.');
    else {
      page.table(
        [
          { title: 'Source', style: page.style.bold },
          { title: 'Id', style: page.style.dim },
          { title: 'Date' },
          { title: 'Grade' },
          { title: 'Claims', align: 'right' },
          { title: 'Relations', align: 'right' },
          { title: 'On it alone', align: 'right' },
        ],
        answer.sources.map(({ title, id, date, reliability, claims, relations, sole }) => [
          title,
          id,
          date ?? '',
          reliability,
          String(claims),
          String(relations),
          String(sole),
        ]),
      );
    }
    printScope(page, answer);
  },
});
