/** Communities as a map: none overlaps, all are counted, and one of them can be loaded alone. */
import { describe, expect, it } from 'vitest';
import { packBubbles } from '../../src/analysis/pack-bubbles.js';
import { openWorkspace } from '../../src/workspace.js';

describe('bubbles', () => {
  it('come to lie side by side, near where they were', () => {
    const discs = [
      { x: 0, y: 0, radius: 1 },
      { x: 1, y: 0, radius: 1 },
    ];
    packBubbles(discs, 0);
    expect(Math.hypot(discs[0]!.x - discs[1]!.x, discs[0]!.y - discs[1]!.y)).toBeCloseTo(2, 6);
    expect(discs[0]!.x).toBeLessThan(discs[1]!.x);
  });
  it('part even when all lie on one point', () => {
    const discs = Array.from({ length: 30 }, (_, i) => ({ x: 0, y: 0, radius: 1 + (i % 5) }));
    packBubbles(discs, 0.5);
    for (const [i, a] of discs.entries())
      for (const b of discs.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius + 0.499);
  });
});

describe('the overview', async () => {
  const workspace = await openWorkspace('graph-data', { ASTERISM_CACHE: 'off' });
  const overview = await workspace.ask('overview', { lens: 'command' });

  it('counts everybody once, largest community first, and ties by pairs of entities', () => {
    const { communities, ties, alone, scope } = overview;
    const sizes = communities.map(({ size }) => size);
    expect(sizes.reduce((sum, size) => sum + size, alone)).toBe(scope.entities);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const { from, to, count } of ties) {
      expect(from).not.toBe(to);
      expect(Math.max(from, to)).toBeLessThan(communities.length);
      expect(count).toBeGreaterThan(0);
    }
  });
  it('has the groups of `communities`', async () => {
    const { communities } = await workspace.ask('communities', { lens: 'command' });
    const several = communities.filter(({ size }) => size > 1);
    expect(overview.communities.map(({ size, central }) => [size, central[0]!.id])).toEqual(
      several.map(({ size, members }) => [size, members[0]!.id]),
    );
  });
  it('leads to the graph of one community', async () => {
    const [{ size, central } = { size: 0, central: [] }] = overview.communities;
    const graph = await workspace.ask('graph', {
      lens: 'command',
      community: central[0]!.id,
      allTypes: 'true',
    });
    expect(graph.entities.id).toHaveLength(size);
    expect(graph.scope.entities).toBe(size);
    expect(graph.scope.relations).toBe(graph.relations.id.length);
    for (const { id } of central) expect(graph.entities.id).toContain(id);
  });
  it('refuses the community of somebody outside the scope', async () => {
    await expect(workspace.ask('graph', { lens: 'command', community: 'argentina' })).rejects.toMatchObject({
      code: 'invalid-parameter',
    });
  });
});
