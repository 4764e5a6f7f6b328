/** `ties`: which ties, and which relations, the ways between the others run along. */
import { relationFacts } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { arrow, dotted, figure, grouped } from '../words.js';

export default defineQuestion({
  question: 'ties',
  examples: [
    'asterism ties --top 10',
    'asterism ties --lens everything --direction out',
    'asterism ties --data network.graphml --distance length --top 0 --json',
  ],
  print(answer, page) {
    if (answer.ties.length === 0) page.line('No tie is left in this scope.');
    for (const { from, to, value, rank, bridge, relations } of answer.ties) {
      page.line(page.style.bold(`${from.name} and ${to.name}`), { bullet: `${rank}. ` });
      page.line(
        page.style.dim(dotted(`${figure(value)} ${answer.unit}`, bridge && 'nothing else joins them')),
        {
          indent: 3,
        },
      );
      for (const relation of relations) {
        page.line(`${relation.fromName} ${arrow(relation, relation.from)} ${relation.toName}`, { indent: 3 });
        page.line(
          page.style.dim(dotted(relations.length > 1 && figure(relation.value), relationFacts(relation))),
          { indent: 5 },
        );
      }
    }
    if (answer.ties.length < answer.total)
      page.line(
        page.style.dim(`${grouped(answer.ties.length)} of ${grouped(answer.total)}; --top 0 shows all`),
      );
    page.line();
    page.line(`${page.style.bold(answer.title)}: Which ties hold the rest together?`);
    page.line(page.style.dim(`${answer.projection}; ${answer.unit}`), { indent: 2 });
    printScope(page, answer);
  },
});
