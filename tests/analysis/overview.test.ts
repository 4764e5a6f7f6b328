/** Communities as a map: none overlaps, all are counted, and one of them can be loaded alone. */
import { describe, expect, it } from 'vitest';
import { openFile, openWorkspace } from '../../src/workspace.js';

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

it('the overview of thousands of small communities is drawn while others are answered', async () => {
  const pairs = Array.from({ length: 3_000 }, (_, i) => `a${i},b${i}`);
  const workspace = await openFile(
    new TextEncoder().encode(`source,target\n${pairs.join('\n')}\n`),
    'pairs.csv',
  );
  let longestMs = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }, 10);
  const { communities } = await workspace.ask('overview', {});
  clearInterval(clock);
  await workspace.close();
  expect(communities).toHaveLength(3_000);
  expect(longestMs).toBeLessThan(2_000);
}, 60_000);
