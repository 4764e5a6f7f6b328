/** Whatever `changedBetween` does not name looks the same to sigma before and after a change of filters. */
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../web/src/graph/build-graph.js';
import { changedBetween } from '../../web/src/graph/changed-between.js';
import { applyFilters } from '../../web/src/graph/filter.js';
import { type Look, paint } from '../../web/src/graph/paint.js';
import type { View } from '../../web/src/view.js';
import { ontology, columns as single } from './small-sky.js';

/** Every relation three times, of other types, periods and confidences, so that they fold. */
const { relations } = single;
const turned = <T>(values: readonly T[]) =>
  [0, 1, 2].flatMap((by) => [...values.slice(by), ...values.slice(0, by)]);
const columns = {
  ...single,
  relations: {
    ...relations,
    id: ['', '2', '3'].flatMap((mark) => relations.id.map((id) => id + mark)),
    from: [...relations.from, ...relations.to, ...relations.from],
    to: [...relations.to, ...relations.from, ...relations.to],
    type: turned(relations.type),
    status: turned(relations.status),
    collection: turned(relations.collection),
    period: turned(relations.period),
    confidence: turned(relations.confidence),
    disputed: turned(relations.disputed),
    knownBy: turned(relations.knownBy),
  },
};

const graph = buildGraph(columns, ontology);
const color = () => '#888888';
const radius = () => 5;
const picked = new Set<string>();
const lookOf = (view: View, dress: Partial<Look> = {}): Look => ({
  columns,
  ontology,
  shown: applyFilters(columns, ontology, view),
  scheme: 'dark',
  color,
  radius,
  unfolded: false,
  picked,
  ...dress,
});

const NOBODY = { lit: undefined, hovered: undefined, entity: undefined, relation: undefined };
function painted(look: Look) {
  const { node, edge } = paint(look, { current: NOBODY }, graph, { cellOf: () => 0 });
  return new Map<string, unknown>([
    ...graph.mapNodes((id, attributes) => [id, node(id, attributes)] as const),
    ...graph.mapEdges((id, attributes) => [id, edge(id, attributes)] as const),
  ]);
}

/** Names whatever looks otherwise, by painting both looks whole. */
function differing(before: Look, after: Look): string[] {
  const [was, is] = [painted(before), painted(after)];
  return [...was.keys()].filter((id) => JSON.stringify(was.get(id)) !== JSON.stringify(is.get(id)));
}

const VIEWS: View[] = [
  {},
  { kind: 'company' },
  { kind: 'actor,place' },
  { type: 'commands' },
  { type: 'sells-to,allied-with' },
  { status: 'actual' },
  { status: 'hypothetical' },
  { minConfidence: '0.5' },
  { asOf: '2018' },
  { asOf: '2025' },
  { asOf: '2018', certainOnly: 'true' },
  { datedOnly: 'true' },
  { hide: 'b' },
  { only: 'a,b' },
  { focus: 'a', depth: '1' },
  { tied: 'true', type: 'commands' },
];

describe('changedBetween', () => {
  it.each(VIEWS)('names all that looks otherwise when filters become %j', (view) => {
    for (const other of VIEWS) {
      const [before, after] = [lookOf(other), lookOf(view)];
      const changed = changedBetween(before, after, graph)!;
      const named = new Set([...changed.nodes, ...changed.edges]);
      expect(differing(before, after).filter((id) => !named.has(id))).toEqual([]);
      expect([...named].filter((id) => !graph.hasNode(id) && !graph.hasEdge(id))).toEqual([]);
    }
  });
  it('names nothing where filters stay, and the one star that goes with its ties', () => {
    expect(changedBetween(lookOf({}), lookOf({}), graph)).toEqual({ nodes: [], edges: [] });
    const { nodes, edges } = changedBetween(lookOf({}), lookOf({ hide: 'b' }), graph)!;
    expect(nodes).toEqual(['b']);
    expect(edges.toSorted()).toEqual(graph.edges('b').toSorted());
  });
  it.each([
    ['another scheme', lookOf({}), lookOf({}, { scheme: 'light' })],
    ['other colours', lookOf({}), lookOf({}, { color: () => '#000000' })],
    ['other sizes', lookOf({}), lookOf({}, { radius: () => 9 })],
    ['unfolded bundles', lookOf({}), lookOf({}, { unfolded: true })],
    ['others picked', lookOf({}), lookOf({}, { picked: new Set(['a']) })],
    ['two dates for none', lookOf({}), lookOf({ since: '2018', until: '2025' })],
  ])('leaves everything to be painted by %s', (_, before, after) => {
    expect(changedBetween(before, after, graph)).toBeUndefined();
  });
  it('follows the dates between which it compares', () => {
    const [before, after] = [
      lookOf({ since: '2015', until: '2018' }),
      lookOf({ since: '2018', until: '2025' }),
    ];
    const { nodes, edges } = changedBetween(before, after, graph)!;
    expect(differing(before, after).length).toBeGreaterThan(0);
    expect(differing(before, after).filter((id) => ![...nodes, ...edges].includes(id))).toEqual([]);
  });
});
