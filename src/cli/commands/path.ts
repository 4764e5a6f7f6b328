/** `path`: how one entity reaches another, hop by hop, with the evidence of each. */
import type { PathView, RelationView } from '../../contract/answers.js';
import type { Answer } from '../../contract/questions.js';
import { spellOptions } from '../options.js';
import type { Page } from '../page.js';
import { printSteps } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { arrow, confidenceWords, counted, dotted, figure } from '../words.js';

export default defineQuestion({
  question: 'path',
  examples: [
    'asterism path Argentina "PLA Aerospace Force"',
    'asterism path Argentina "PLA Aerospace Force" --mode credible',
    'asterism path Argentina "PLA Aerospace Force" --mode k-shortest --k 3 --max-length 5 --min-confidence 0.5',
  ],
  print,
});

type PathAnswer = Answer<'path'>;
type Step = PathView['steps'][number];

function print(answer: PathAnswer, page: Page): void {
  page.line(page.style.bold(`${answer.from.name} to ${answer.to.name}`));
  if (answer.paths.length === 0) printNothing(answer, page);
  answer.paths.forEach((path, i) => {
    printPath(path, i + 1, page);
  });
  if (answer.complete === false) page.line('There are more: --k says how many to tell.');
  for (const { id, name, kind, neighbors, detour } of answer.hubs)
    page.line(
      `${name} is a hub (${kind}, ${counted(neighbors, 'neighbour')}): a path through it says little. ${
        detour === null ? 'None avoids it.' : `--avoid ${id} finds one of ${counted(detour, 'relation')}.`
      }`,
    );
  printScope(page, answer);
}

function printNothing({ searched, relaxations }: PathAnswer, page: Page): void {
  const bound = searched.maxLength === null ? '' : ` of at most ${counted(searched.maxLength, 'relation')}`;
  page.line(
    `No path${bound}, among ${counted(searched.entities, 'entity', 'entities')} and ${counted(searched.relations, 'relation')}.`,
  );
  if (relaxations.length === 0) return;
  page.heading('What would find one');
  page.table(
    [{ title: '', style: page.style.cyan }, { title: '' }],
    relaxations.map(({ text, parameters }) => [spellOptions(parameters), text]),
    2,
  );
}

function printPath(path: PathView, number: number, page: Page): void {
  const names = new Map(path.nodes.map((node) => [node.id, node.name]));
  const weakest = path.weakest === null ? '' : `, the weakest hop being ${path.weakest + 1}`;
  const summary = dotted(
    counted(path.length, 'relation'),
    path.cost !== path.length && `cost ${figure(path.cost)}`,
    `${confidenceWords(path.confidence)}${path.confidence === null ? '' : weakest}`,
  );
  const bullet = `${number}. `;
  page.line();
  page.line(page.style.bold(chain(path)), { bullet });
  page.line(page.style.dim(summary), { indent: bullet.length });
  printSteps(path.steps, names, page);
}

/** All hops in one line. Of several relations of a hop the first that points the hop's way, and how many more there are. */
function chain({ nodes, steps }: PathView): string {
  return nodes.map(({ name }, i) => (steps[i] === undefined ? name : `${name} ${hop(steps[i])} `)).join('');
}

function hop({ from, forward, relations }: Step): string {
  const shown = relations.find((each) => each.symmetric || (each.from === from) === forward) as RelationView;
  const more = relations.length === 1 ? '' : ` +${relations.length - 1}`;
  return arrow({ ...shown, label: `${shown.label}${more}` }, from);
}
