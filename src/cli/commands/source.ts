/** `source`: a publication and everything that rests on it. */
import { printEvidence, relationFacts } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { arrow, counted, dotted, grouped } from '../words.js';

export default defineQuestion({
  question: 'source',
  examples: [
    'asterism source diplomat-chinas-space-dream',
    'asterism source diplomat-chinas-space-dream --json',
  ],
  print(answer, page) {
    const { source, reliability } = answer;
    page.line(page.style.bold(source.title));
    page.line(page.style.dim(dotted(source.authors.join(', '), source.publisher, source.date, source.id)));
    const derived = source.derivedFrom;
    const facts = [
      ['Reliability', `${reliability.letter}, ${reliability.words}`],
      ['Address', source.url],
      ['Archived', source.archivedUrl],
      ['Read', source.read],
      ['Language', source.language],
      ['Licence', source.licence],
      ['Taken from', typeof derived === 'string' ? derived : derived?.join(', ')],
      ['Note', source.note],
    ] as const;
    for (const [title, text] of facts) {
      if (text !== undefined) page.line(text, { bullet: page.style.dim(title.padEnd(13)) });
    }
    page.line();
    page.line(
      `${counted(source.claims, 'claim')} on ${counted(source.entities, 'entity', 'entities')} and ${counted(source.relations, 'relation')}, ${grouped(source.sole)} of them on it alone.`,
    );
    if (answer.relations.length > 0) page.heading('Relations');
    for (const relation of answer.relations) {
      page.line(`${relation.fromName} ${arrow(relation, relation.from)} ${relation.toName}`, { indent: 2 });
      page.line(page.style.dim(relationFacts(relation)), { indent: 4 });
      printEvidence(
        page,
        relation.claims.filter((claim) => claim.source === source.id),
        4,
      );
    }
    if (answer.entities.length > 0) page.heading('Entities');
    for (const { name, id, claims } of answer.entities) {
      page.line(`${name} ${page.style.dim(id)}`, { indent: 2 });
      printEvidence(page, claims, 4);
    }
    printScope(page, answer);
  },
});
