/** `cut`: whose removal would separate two entities. */
import { printSteps } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted } from '../words.js';

export default defineQuestion({
  question: 'cut',
  examples: [
    'asterism cut Argentina "PLA Aerospace Force"',
    'asterism cut Huawei "Central Military Commission" --by ties',
  ],
  print(answer, page) {
    const { from, to, by, size, entities, ties } = answer;
    page.line(page.style.bold(`${from.name} from ${to.name}`));
    if (size === null)
      page.line('They are tied directly: no removal of others separates them. Ask --by ties.');
    else if (size === 0) page.line('Nothing joins them in this scope.');
    else
      page.line(
        `Separated by taking away ${by === 'ties' ? counted(size, 'tie') : counted(size, 'entity', 'entities')}:`,
      );
    for (const { name, id } of entities)
      page.line(`${name} ${page.style.dim(id)}`, { indent: 2, bullet: '· ' });
    const names = new Map(
      ties.flatMap(({ relations }) =>
        relations.flatMap(
          (each) =>
            [
              [each.from, each.fromName],
              [each.to, each.toName],
            ] as const,
        ),
      ),
    );
    printSteps(ties, names, page);
    printScope(page, answer);
  },
});
