/** The file that the page saves holds what the page shows: its filters and the server's scope must agree. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openWorkspace } from '../../src/workspace.js';
import { applyFilters } from '../../web/src/graph/filter.js';
import type { View } from '../../web/src/view.js';

// The view reads the address bar when it is loaded.
vi.stubGlobal('location', { search: '', pathname: '/' });
vi.stubGlobal('window', { addEventListener: () => {} });
vi.stubGlobal('history', { state: null });
const { graphQuestion } = await import('../../web/src/graph/graph-answer.js');
const { exportQuestion, leftOut } = await import('../../web/src/share/export-question.js');

const workspace = openWorkspace('graph-data', { ...process.env, ASTERISM_CACHE: 'off' });
afterAll(async () => (await workspace).close());
const given = (record: object) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const VIEWS: View[] = [
  ...['actors', 'command', 'international-partners', 'launches', 'everything'].map((lens) => ({
    lens,
    knownBy: '2020',
    datedOnly: 'true',
  })),
  { lens: 'command' },
  { lens: 'command', asOf: '2020' },
  { lens: 'command', asOf: '2020', certainOnly: 'true' },
  { lens: 'command', kind: 'military-unit', minConfidence: '0.6', status: 'actual' },
  { lens: 'command', type: 'part-of,succeeds', knownBy: '2024' },
  { lens: 'command', collection: 'article' },
  { lens: 'command', focus: 'strategic-support-force', depth: '2', minConfidence: '0.3' },
  { lens: 'command', without: 'diplomat-chinas-space-dream' },
  { lens: 'command', hide: 'strategic-support-force' },
];

describe('an export of the view', () => {
  it.each(
    VIEWS.map((view) => [new URLSearchParams(view as Record<string, string>).toString(), view] as const),
  )('%s', async (_, view) => {
    const { ask, export: write } = await workspace;
    const { ontology } = await ask('meta', {});
    const columns = await ask('graph', given(graphQuestion(view, ontology)));
    const shown = applyFilters(columns, ontology, view);
    const { text } = await write({ format: 'graphology', ...given(exportQuestion(view, ontology)) });
    const graph = JSON.parse(text) as { nodes: { key: string }[]; edges: { key: string }[] };
    const seen = (list: readonly string[], bits: Uint16Array) => list.filter((_id, row) => bits[row] === 0);
    const nodes = graph.nodes.map(({ key }) => key);
    const shownEntities = seen(columns.entities.id, shown.entities);
    expect(graph.edges.map(({ key }) => key).sort()).toEqual(
      seen(columns.relations.id, shown.relations).sort(),
    );
    expect(nodes.filter((id) => !shownEntities.includes(id))).toEqual([]);
    expect(shownEntities.length - nodes.length).toBe(leftOut({ columns, ontology, shown }, view));
    expect(graph.nodes.length).toBeGreaterThan(3);
  });
});
