/** Records as answers show them: relations with labels and confidence, claims as evidence. */
import type { Evidence, RelationView } from '../contract/answers.js';
import type { Claim } from '../contract/records.js';
import type { KnowledgeGraph } from '../graph/knowledge-graph.js';
import { supporting } from '../graph/scoped-graph.js';

/** A claim with its source's title and publisher and its Admiralty grade (`B2`). */
export function evidenceOf(knowledge: KnowledgeGraph, claim: Claim): Evidence {
  const source = knowledge.sources.get(claim.source)!;
  const asserter = knowledge.entityPosition.get(claim.asserter ?? '');
  return {
    source: source.id,
    title: source.title,
    ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
    locator: claim.locator,
    says: claim.says,
    stance: claim.stance,
    grade: `${source.reliability}${claim.credibility}`,
    ...(claim.asserter === undefined ? {} : { asserter: claim.asserter }),
    ...(asserter === undefined ? {} : { asserterName: knowledge.entities[asserter]!.name }),
    ...(source.date === undefined ? {} : { published: source.date }),
    ...(claim.retracted === undefined ? {} : { retracted: claim.retracted }),
  };
}

/** The sources that a record rests on, each once. */
export const supportersOf = (claims: readonly Pick<Claim, 'stance' | 'retracted' | 'source'>[]) =>
  new Set(supporting(claims).map(({ source }) => source));

const MS_PER_DAY = 86_400_000;

/** The day on which the first supporting claim was published, such as `2024-04-19`; undefined when no source is dated. */
export function knownByText(knowledge: KnowledgeGraph, position: number): string | undefined {
  const day = knowledge.knownBy[position]!;
  return Number.isFinite(day) ? new Date(day * MS_PER_DAY).toISOString().slice(0, 10) : undefined;
}

/** The relation at a position, with everything that is known of it. */
export function relationView(knowledge: KnowledgeGraph, position: number): RelationView {
  const { claims } = knowledge.relations[position]!;
  return {
    ...relationFacts(knowledge, position),
    claims: claims.map((claim) => evidenceOf(knowledge, claim)),
  };
}

/** The same without its claims. */
export function relationFacts(knowledge: KnowledgeGraph, position: number): Omit<RelationView, 'claims'> {
  const { claims: _claims, ...relation } = knowledge.relations[position]!;
  const type = knowledge.ontology.type(relation.type)!;
  const knownBy = knownByText(knowledge, position);
  return {
    ...relation,
    label: type.label,
    inverse: type.inverse,
    symmetric: type.symmetric,
    conduit: type.conduit,
    fromName: knowledge.entities[knowledge.from[position]!]!.name,
    toName: knowledge.entities[knowledge.to[position]!]!.name,
    ...knowledge.standings[position]!,
    ...(knownBy === undefined ? {} : { knownBy }),
  };
}

/** Positions of the relations in scope that touch an entity, ascending. */
export function relationsAt(knowledge: KnowledgeGraph, mask: Uint8Array, entity: number): number[] {
  return [...knowledge.relationsAt(entity)].filter((position) => mask[position] === 1);
}

/** Positions of the relations in scope that join two entities, whichever way they point, ascending. Looks at the one with fewer. */
export function relationsBetween(
  knowledge: KnowledgeGraph,
  mask: Uint8Array,
  a: number,
  b: number,
): number[] {
  const { from, to } = knowledge;
  const [few, other] = knowledge.relationsAt(a).length <= knowledge.relationsAt(b).length ? [a, b] : [b, a];
  return relationsAt(knowledge, mask, few).filter((i) => (from[i] === few ? to[i] : from[i]) === other);
}
