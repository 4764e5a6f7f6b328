/** `measures`: what can be computed, which question it answers, and from which paper it comes. */
import { defineQuestion } from '../question-command.js';

export default defineQuestion({
  question: 'measures',
  examples: ['asterism measures', 'asterism measures --json'],
  print(answer, page) {
    answer.measures.forEach((measure, i) => {
      if (i > 0) page.line();
      page.line(`${page.style.bold(measure.title)} ${page.style.dim(`(--measure ${measure.id})`)}`);
      page.line(measure.question, { indent: 2 });
      const facts = [
        ['Formula', measure.formula],
        ['Unit', measure.unit],
        ['Computed on', measure.projection],
        ['Takes', measure.accepts.map((name) => `--${name}`).join(' ')],
        ['Reference', measure.reference],
      ] as const;
      for (const [title, text] of facts) {
        if (text !== '') page.line(text, { indent: 2, bullet: page.style.dim(title.padEnd(13)) });
      }
    });
  },
});
