/** `search`: the entities that bear a name. */

import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted } from '../words.js';

export default defineQuestion({
  question: 'search',
  argumentNames: { q: 'TEXT' },
  examples: [
    'asterism search "space force"',
    'asterism search 军事航天部队',
    'asterism search tiangong --top 3 --json',
  ],
  print(answer, page) {
    if (answer.hits.length === 0) page.line(`Nothing bears a name like '${answer.query}'.`);
    else {
      page.line(`${counted(answer.hits.length, 'entity', 'entities')} for '${answer.query}'`);
      page.line();
      page.table(
        [
          { title: 'Name', style: page.style.bold },
          { title: 'Kind' },
          { title: 'Id', style: page.style.dim },
          { title: 'Matched' },
        ],
        answer.hits.map(({ name, kind, id, matched }) => [name, kind, id, matched === name ? '' : matched]),
      );
    }
    printScope(page, answer);
  },
});
