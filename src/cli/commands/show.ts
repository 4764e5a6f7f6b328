/** `show`: the profile of an entity, its claims and its relations with theirs. */

import type { Answer } from '../../contract/questions.js';
import type { Entity } from '../../contract/records.js';
import { periodText } from '../../model/period-text.js';
import type { Page } from '../page.js';
import { printEvidence, relationFacts } from '../print-relation.js';
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { dotted } from '../words.js';

export default defineQuestion({
  question: 'show',
  argumentNames: { id: 'ENTITY' },
  examples: ['asterism show "PLA Aerospace Force"', 'asterism show pla-aerospace-force --as-of 2025 --json'],
  print(answer, page) {
    printProfile(answer, page);
    if (answer.claims.length > 0) {
      page.heading('Claims');
      printEvidence(page, answer.claims, 2);
    }
    for (const group of answer.relations) printGroup(group, answer.entity.id, page);
    if (answer.relations.length === 0) page.heading('No relations in this scope');
    printScope(page, answer);
  },
});

type ShowAnswer = Answer<'show'>;
type Group = ShowAnswer['relations'][number];

function printProfile({ entity, kindLabel }: ShowAnswer, page: Page): void {
  page.line(page.style.bold(entity.name));
  page.line(
    page.style.dim(
      dotted(
        kindLabel,
        entity.status !== 'actual' && entity.status,
        periodText(entity.period),
        entity.id,
        entity.collection,
      ),
    ),
  );
  const facts = [
    ['Names', Object.entries(entity.names).map(([tag, name]) => `${name} (${tag})`)],
    ['Also', entity.aliases],
    [
      'Formerly',
      entity.formerNames.map(({ name, period }) =>
        period === undefined ? name : `${name} (${periodText(period)})`,
      ),
    ],
    ['Former ids', entity.formerIds],
    ['Place', entity.place === undefined ? [] : [placeWords(entity.place)]],
    [
      'Identifiers',
      Object.entries(entity.identifiers).map(([scheme, value]) => `${scheme} ${identifierWords(value)}`),
    ],
    ...Object.entries(entity.attributes).map(([name, value]) => [name, [String(value)]] as const),
  ] as const;
  for (const [title, values] of facts) {
    if (values.length > 0) page.line(values.join(', '), { bullet: page.style.dim(title.padEnd(13)) });
  }
  if (entity.summary === undefined) return;
  page.line();
  page.line(entity.summary);
}

function placeWords({ name, lat, lon, precision }: NonNullable<Entity['place']>): string {
  const at = lat === undefined || lon === undefined ? '' : `${lat}, ${lon}, `;
  return `${name} (${at}exact to: ${precision})`;
}

const identifierWords = (value: Entity['identifiers'][string]) =>
  typeof value === 'string'
    ? value
    : value
        .map((dated) =>
          dated.period === undefined ? dated.value : `${dated.value} (${periodText(dated.period)})`,
        )
        .join(', ');

/** Relations of one type and direction; the label reads from the entity to its counterpart. */
function printGroup({ label, relations, direction }: Group, id: string, page: Page): void {
  const sign = direction === 'out' ? '→' : direction === 'in' ? '←' : '—';
  page.heading(`${sign} ${label} (${relations.length})`);
  for (const relation of relations) {
    page.line(page.style.bold(relation.from === id ? relation.toName : relation.fromName), { indent: 2 });
    page.line(page.style.dim(relationFacts(relation)), { indent: 4 });
    printEvidence(page, relation.claims, 4);
  }
}
