/** What the painter makes of columns, view and light, and the geometry beside it; no browser, no WebGL. */
import { describe, expect, it } from 'vitest';
import { cameraText, readCamera } from '../../web/src/graph/camera.js';
import { Clearance } from '../../web/src/graph/clearance.js';
import { applyFilters } from '../../web/src/graph/filter.js';
import { breakName } from '../../web/src/graph/labels.js';
import { CHANGE_COLORS, INK, kindColor, rootKind } from '../../web/src/theme.js';
import { countYears } from '../../web/src/time/years.js';
import type { View } from '../../web/src/view.js';
import { columns, ontology } from './small-sky.js';

describe('the camera in the address', () => {
  it('round-trips to four decimals', () => {
    const state = { x: 0.512345, y: -0.25, ratio: 1.5, angle: 0 };
    expect(cameraText(state)).toBe('0.5123,-0.25,1.5');
    expect(readCamera('0.5123,-0.25,1.5')).toEqual({ x: 0.5123, y: -0.25, ratio: 1.5, angle: 0 });
  });
  it.each([undefined, '', '1,2', '1,2,0', '1,2,-1', '1,,1', 'a,b,c', '1,2,3,4'])(
    'takes %s for none',
    (text) => {
      expect(readCamera(text)).toBeUndefined();
    },
  );
});

describe('clearance', () => {
  it('agrees with comparing every pair, over cell borders and below zero', () => {
    let seed = 5;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const clearance = new Clearance();
    const taken: { left: number; top: number; right: number; bottom: number }[] = [];
    for (let round = 0; round < 400; round++) {
      const left = random() * 1200 - 200;
      const top = random() * 800 - 200;
      const box = { left, top, right: left + 1 + random() * 150, bottom: top + 1 + random() * 40 };
      const free = taken.every(
        (other) =>
          box.left >= other.right ||
          other.left >= box.right ||
          box.top >= other.bottom ||
          other.top >= box.bottom,
      );
      expect(clearance.isFree(box)).toBe(free);
      if (free) {
        clearance.take(box);
        taken.push(box);
      }
    }
    expect(taken.length).toBeGreaterThan(50);
  });
});

describe('names on the sky', () => {
  it('break near the middle, once, and end in an ellipsis when they are longer still', () => {
    expect(breakName('China')).toEqual(['China']);
    expect(breakName('International Lunar Research Station')).toEqual([
      'International Lunar',
      'Research Station',
    ]);
    const long = breakName(
      'State Administration of Science, Technology and Industry for National Defence of the People’s Republic',
    );
    expect(long).toHaveLength(2);
    expect(long[1]).toMatch(/…$/);
    expect(breakName('中国航天科技集团有限公司第五研究院空间技术研究所北京').length).toBe(2);
  });
});

describe('years', () => {
  it('count what holds and what may, year by year', () => {
    const years = countYears(['2016/2018', '2017', null, '2018/..', '2016~/2018'], 2019);
    expect(years).toEqual({
      first: 2010,
      last: 2019,
      // '2016~' starts between 2015 and 2017, so it holds from 2017 and may hold in 2015 and 2016.
      holds: [0, 0, 0, 0, 0, 0, 1, 3, 3, 1],
      mayHold: [0, 0, 0, 0, 0, 1, 1, 0, 0, 0],
      dated: 4,
      undated: 1,
    });
  });
  it('stay within eighty bars and survive open starts and nothing at all', () => {
    expect(countYears(['1200/..', '../2030'], 2026).holds).toHaveLength(80);
    expect(countYears([], 2026)).toMatchObject({ first: 2017, last: 2026, dated: 0, undated: 0 });
  });
});

describe('painting', async () => {
  const { buildGraph } = await import('../../web/src/graph/build-graph.js');
  const { fade, litBy, paint } = await import('../../web/src/graph/paint.js');
  const graph = buildGraph(columns, ontology);
  const atlas = { canvas: undefined as never, cellOf: () => 0, drawn: Promise.resolve() };
  const light = {
    columns,
    ontology,
    shown: applyFilters(columns, ontology, { type: 'commands,sells-to' }),
    scheme: 'dark' as const,
    select: undefined,
    highlight: undefined,
    hovered: undefined,
  };
  const look = (id: string, changes: object = {}) => {
    const { node, edge } = paint({ ...light, ...changes }, graph, atlas);
    return graph.hasNode(id) ? node(id, graph.getNodeAttributes(id)) : edge(id, graph.getEdgeAttributes(id));
  };

  it('draws every relation but those of an entity with itself, and bends parallel ones apart', () => {
    expect(graph.edges().sort()).toEqual(['ab', 'bc', 'ca', 'ce', 'da']);
    const twice = buildGraph(
      {
        ...columns,
        relations: { ...columns.relations, from: [0, 1, 0, 3, 0, 2], to: [1, 0, 1, 0, 0, 4] },
      },
      ontology,
    );
    // ab and ca run a → b, bc runs b → a: three heights, the sign turned with the direction.
    const heights = ['ab', 'bc', 'ca'].map((id) => twice.getEdgeAttribute(id, 'curvature'));
    const seen = [heights[0]!, -heights[1]!, heights[2]!];
    expect(new Set(seen).size).toBe(3);
    expect(seen.reduce((sum, height) => sum + height, 0)).toBeCloseTo(0);
  });

  it('hides what a filter hides, and gives every other star the colours that its program needs', () => {
    expect(look('ca')).toMatchObject({ hidden: true });
    for (const id of ['a', 'b', 'd']) expect(look(id)).not.toHaveProperty('hidden');
    expect(look('a')).toMatchObject({
      rimColor: expect.any(String),
      ringColor: expect.any(String),
      iconColor: expect.any(String),
    });
  });

  it('draws arrows for directed types, dashes for plans, dots for disputes, hollow stars for what is not there', () => {
    const all = { shown: applyFilters(columns, ontology, {}) };
    expect(look('ab', all)).toMatchObject({ arrow: true, dashPeriod: 0 });
    expect(look('ca', all)).toMatchObject({ arrow: false });
    expect(look('da', all)).toMatchObject({ dashPeriod: 10, dashInk: 6 });
    expect(look('bc', all)).toMatchObject({ dashPeriod: 5, dashInk: 2 });
    expect(look('d', all)).toMatchObject({
      color: INK.dark.sky,
      rimColor: kindColor(ontology, 'place', 'dark'),
    });
  });

  it('draws the less confident thinner, and what nobody could judge neither thin nor thick', () => {
    const width = (id: string) => graph.getEdgeAttribute(id, 'size');
    expect(width('ca')).toBeLessThan(width('da'));
    expect(width('da')).toBeLessThan(width('ab'));
  });

  it('lights the hovered with its neighbours before a path, a path before the selection', () => {
    const path = { entities: ['d'], relations: ['bc'], reason: 'path' as const };
    const lit = (changes: object) => {
      const found = litBy({ ...light, ...changes }, graph);
      return found && [[...found.entities].sort().join(' '), [...found.relations].sort().join(' ')];
    };
    expect(lit({})).toBeUndefined();
    expect(lit({ select: 'entity:b' })).toEqual(['a b c', 'ab bc']);
    expect(lit({ select: 'relation:ce' })).toEqual(['c e', 'ce']);
    expect(lit({ select: 'entity:b', highlight: path })).toEqual(['b c d', 'bc']);
    expect(lit({ select: 'entity:b', highlight: path, hovered: 'e' })).toEqual(['c e', 'ce']);
    expect(lit({ select: 'entity:nobody' })).toBeUndefined();
  });

  it('colours what began and what ended, dashed and hollow for the latter, and greys and dims the rest', () => {
    const view = { since: '2018', until: '2025' };
    const compared = { shown: applyFilters(columns, ontology, view) };
    const { began, ended } = CHANGE_COLORS.dark;
    const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',');
    expect(look('ca', compared)).toMatchObject({ color: `rgba(${rgb(began)},1)`, dashPeriod: 0 });
    expect(look('ab', compared)).toMatchObject({ color: `rgba(${rgb(ended)},1)`, dashPeriod: 7 });
    expect(look('c', compared)).toMatchObject({ color: began });
    const period = ['../2020', null, null, null, null];
    const gone = { ...columns, entities: { ...columns.entities, period } };
    const left = { columns: gone, shown: applyFilters(gone, ontology, view) };
    expect(look('a', left)).toMatchObject({ color: INK.dark.sky, rimColor: ended });
    const lit = litBy({ ...light, ...compared }, graph)!;
    expect([[...lit.entities].sort().join(' '), [...lit.relations].sort().join(' ')]).toEqual([
      'a b c',
      'ab ca',
    ]);
    expect(litBy({ ...light, ...compared, select: 'entity:e' }, graph)!.entities.has('b')).toBe(false);
  });

  it('draws what only may hold on the date fainter', () => {
    const color = (id: string, view: View) =>
      (look(id, { shown: applyFilters(columns, ontology, view) }) as { color?: string }).color;
    expect(color('bc', { asOf: '2025' })).not.toBe(color('bc', {}));
    expect(color('ab', { asOf: '2018' })).toBe(color('ab', {}));
  });

  it('fades colours evenly', () => {
    expect(fade('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(fade('#10a0ff', '#10a0ff', 0.7)).toBe('#10a0ff');
  });

  it('climbs a taxonomy to its root and does not hang on a ring', () => {
    expect(rootKind(ontology, 'start-up')).toBe('actor');
    const ring = {
      ...ontology,
      kinds: [
        { ...ontology.kinds[0]!, id: 'p', parent: 'q' },
        { ...ontology.kinds[0]!, id: 'q', parent: 'p' },
      ],
    };
    expect(['p', 'q']).toContain(rootKind(ring, 'p'));
  });
});
