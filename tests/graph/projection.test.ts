import { describe, expect, it } from 'vitest';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { type ProjectionRule, projectScope } from '../../src/graph/projection.js';
import { applyScope } from '../../src/graph/scoped-graph.js';
import { smallDataset } from './small-dataset.js';

const knowledge = buildKnowledgeGraph(smallDataset());
const scoped = applyScope(
  knowledge,
  { type: ['owns', 'allied-with'] },
  { lens: 'everything', conduitsOnly: true },
);
const owned = applyScope(
  knowledge,
  { type: ['owns'], kind: ['company'] },
  { lens: 'everything', conduitsOnly: true },
);

/** Arcs as `from>to=value`, by id. */
function arcs(rule: ProjectionRule, of = scoped): string[] {
  const { csr, members } = projectScope(of, rule);
  const id = (node: number) => knowledge.entities[members[node]!]!.id;
  return Array.from(members.keys()).flatMap((v) =>
    Array.from(csr.targets.subarray(csr.offsets[v], csr.offsets[v + 1]), (u, i) => {
      const value = csr.values?.[csr.offsets[v]! + i];
      return `${id(v)}>${id(u)}${value === undefined ? '' : `=${value}`}`;
    }),
  );
}

describe('projectScope', () => {
  it('is simple and loop-free, with symmetric relations both ways', () => {
    expect(arcs({ direction: 'out' })).toEqual([
      'alpha>beta',
      'beta>gamma',
      'delta>epsilon',
      'delta>gamma',
      'epsilon>delta',
      'gamma>probe',
    ]);
    expect(arcs({ direction: 'in' })).toEqual([
      'beta>alpha',
      'delta>epsilon',
      'epsilon>delta',
      'gamma>beta',
      'gamma>delta',
      'probe>gamma',
    ]);
    expect(arcs({ direction: 'any' })).toHaveLength(10);
  });
  it('adds strengths of parallels, and takes the shortest of their distances', () => {
    expect(arcs({ direction: 'out', strength: 'stake' }, owned)).toEqual(['alpha>beta=100', 'beta>gamma=10']);
    expect(arcs({ direction: 'out', distance: 'stake' }, owned)).toEqual(['alpha>beta=40', 'beta>gamma=10']);
  });
  it('never takes a missing number for 1', () => {
    expect(() => projectScope(scoped, { direction: 'any', distance: 'stake' })).toThrow(
      /^distance: relation 'd-e' has no 'stake' .* Narrow the scope/,
    );
    expect(() => projectScope(owned, { direction: 'any', strength: 'steak' })).toThrow(
      / has no 'steak' .* Numbers of relations here: stake\.$/,
    );
    expect(() => projectScope(scoped, { direction: 'any', distance: 'stake', strength: 'stake' })).toThrow(
      /not both/,
    );
  });
  it('says what was done', () => {
    expect(projectScope(owned, { direction: 'in', strength: 'stake' }).description).toBe(
      "relations read against their direction (symmetric ones both ways); parallel relations as one; loops left out; strength from 'stake', parallels added",
    );
  });
});
