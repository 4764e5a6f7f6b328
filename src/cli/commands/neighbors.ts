/** `neighbors`: who stands around an entity, and by which relations. */
import { printSentences } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted } from '../words.js';

export default defineQuestion({
  question: 'neighbors',
  argumentNames: { id: 'ENTITY' },
  examples: [
    'asterism neighbors "PLA Aerospace Force"',
    'asterism neighbors Argentina --depth 2 --type participates-in',
  ],
  print(answer, page) {
    const { center, entities, relations } = answer;
    const others = entities.filter(({ id }) => id !== center.id);
    page.line(page.style.bold(center.name));
    page.line(
      `${counted(others.length, 'entity', 'entities')} within ${counted(answer.depth, 'step')}${answer.truncated ? '; there are more, --top shows them' : ''}`,
    );
    if (others.length > 0) {
      page.line();
      page.table(
        [
          { title: 'Steps', align: 'right' },
          { title: 'Name', style: page.style.bold },
          { title: 'Kind' },
          { title: 'Id', style: page.style.dim },
          { title: 'Beyond', align: 'right' },
        ],
        others.map(({ distance, name, kind, id, hidden }) => [
          String(distance),
          name,
          kind,
          id,
          hidden === 0 ? '' : `+${hidden}`,
        ]),
      );
    }
    if (relations.length > 0) page.heading('Relations');
    printSentences(relations, page);
    printScope(page, answer);
  },
});
