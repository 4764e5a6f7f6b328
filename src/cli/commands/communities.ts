/** `communities`: which groups hang together more closely than chance. */
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted, figure } from '../words.js';

export default defineQuestion({
  question: 'communities',
  examples: [
    'asterism communities',
    'asterism communities --algorithm louvain --resolution 1.5 --lens everything',
  ],
  print(answer, page) {
    const alone = answer.communities.filter(({ size }) => size === 1);
    const groups = answer.communities.filter(({ size }) => size > 1);
    page.line(
      `${page.style.bold(counted(groups.length, 'community', 'communities'))} by ${answer.algorithm}, modularity ${figure(answer.modularity)}`,
    );
    for (const { id, label, members } of groups) {
      page.heading(`${id + 1}. ${label} (${members.length})`);
      page.line(members.map(({ name }) => name).join(', '), { indent: 3 });
    }
    if (alone.length > 0) {
      page.heading(`Alone: ${counted(alone.length, 'entity', 'entities')}`);
      page.line(alone.map(({ label }) => label).join(', '), { indent: 3 });
    }
    page.line();
    page.line(page.style.dim(answer.projection));
    printScope(page, answer);
  },
});
