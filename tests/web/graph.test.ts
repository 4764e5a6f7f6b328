/** What the painter makes of columns, view and light, and the geometry beside it; no browser, no WebGL. */
import { describe, expect, it } from 'vitest';
import { cameraText, readCamera } from '../../web/src/graph/camera.js';
import { Clearance } from '../../web/src/graph/clearance.js';
import { applyFilters } from '../../web/src/graph/filter.js';
import { breakName } from '../../web/src/graph/label-text.js';
import { CHANGE_COLORS, familyColor, INK, kindColor, rootKind } from '../../web/src/theme.js';
import { countYears } from '../../web/src/time/years.js';
import type { View } from '../../web/src/view.js';
import { columns, ontology } from './small-sky.js';

describe('the camera in the address', () => {
  it('round-trips to four decimals', () => {
    const state = { x: 0.512345, y: -0.25, ratio: 1.5, angle: 0 };
    expect(cameraText(state)).toBe('0.5123,-0.25,1.5');
    expect(readCamera('0.5123,-0.25,1.5')).toEqual({ x: 0.5123, y: -0.25, ratio: 1.5 });
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
  it('break near the middle, once, and leave out what is between when they are longer still', () => {
    expect(breakName('China')).toEqual(['China']);
    expect(breakName('International Lunar Research Station')).toEqual([
      'International Lunar',
      'Research Station',
    ]);
    const long = breakName(
      'State Administration of Science, Technology and Industry for National Defence of the People’s Republic',
    );
    expect(long).toEqual(['State Administration of', '…of the People’s Republic']);
    const commission = 'Commission for Science, Technology and Industry for National Defence';
    expect(breakName(commission)[1]).not.toBe(breakName(`${commission} (1998 to 2008)`)[1]);
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
  const { buildGraph, bundleKey, stretchOf } = await import('../../web/src/graph/build-graph.js');
  const { attend, affected, litBy } = await import('../../web/src/graph/lit.js');
  const { fade } = await import('../../web/src/graph/colors.js');
  const { paint } = await import('../../web/src/graph/paint.js');
  const graph = buildGraph(columns, ontology);
  const atlas = { canvas: undefined as never, cellOf: () => 0, drawn: Promise.resolve() };
  const nothing = {
    columns,
    shown: applyFilters(columns, ontology, {}),
    select: undefined,
    highlight: undefined,
    hovered: undefined,
  };
  const look = {
    columns,
    ontology,
    shown: applyFilters(columns, ontology, { type: 'commands,sells-to' }),
    scheme: 'dark' as const,
    color: (row: number) => kindColor(ontology, columns.entities.kind[row]!, 'dark'),
    radius: () => 5,
    picked: new Set<string>(),
    unfolded: false,
  };
  const painted = (id: string, changes: object = {}, of = graph, singled = {}) => {
    const attention = { current: attend({ ...nothing, ...singled }, of) };
    const { node, edge } = paint({ ...look, ...changes }, attention, of, atlas);
    return of.hasNode(id) ? node(id, of.getNodeAttributes(id)) : edge(id, of.getEdgeAttributes(id));
  };

  it('draws every relation but those of an entity with itself', () => {
    expect(graph.edges().sort()).toEqual(['ab', 'bc', 'ca', 'ce', 'da']);
  });

  describe('several relations of one pair', () => {
    // ab and ca run a → b, bc runs b → a.
    const many = {
      ...columns,
      relations: { ...columns.relations, from: [0, 1, 0, 3, 0, 2], to: [1, 0, 1, 0, 0, 4] },
    };
    const twice = buildGraph(many, ontology);
    const key = bundleKey('b', 'a');
    const all = { columns: many, shown: applyFilters(many, ontology, {}) };

    it('fold into one line in the colour of most, without an arrow when they do not agree', () => {
      expect(key).toBe('bundle:a,b');
      expect(twice.edges().sort()).toEqual(['ab', 'bc', key, 'ca', 'ce', 'da']);
      expect(painted(key, all, twice)).toMatchObject({
        arrow: false,
        color: familyColor(ontology, 'sells-to', 'dark'),
      });
      for (const id of ['ab', 'bc', 'ca']) expect(painted(id, all, twice)).toMatchObject({ hidden: true });
    });

    it('have the arrow of those that are shown, against the line where all point so', () => {
      const shown = {
        ...all.shown,
        relations: Uint16Array.from(all.shown.relations, (bits, row) => (row === 2 ? 1 : bits)),
      };
      // One of each family is left: neither has most.
      expect(painted(key, { ...all, shown }, twice)).toMatchObject({ arrow: false, color: INK.dark.muted });
      const back = {
        ...many,
        relations: { ...many.relations, from: [0, 1, 1, 3, 0, 2], to: [1, 0, 0, 0, 0, 4] },
      };
      const away = {
        ...all.shown,
        relations: Uint16Array.from(all.shown.relations, (bits, row) => (row === 0 ? 1 : bits)),
      };
      const directed = { ...ontology, types: ontology.types.map((type) => ({ ...type, symmetric: false })) };
      expect(
        painted(key, { columns: back, ontology: directed, shown: away }, buildGraph(back, directed)),
      ).toMatchObject({ arrow: true, reversed: true });
    });

    it('unfold to both sides when one of the two is looked at, when they are selected, and when one is close', () => {
      for (const [changes, singled] of [
        [{}, { hovered: 'a' }],
        [{}, { select: 'relation:bc' }],
        [{}, { select: 'bundle:a,b' }],
        [{ unfolded: true }, {}],
      ]) {
        expect(painted(key, { ...all, ...changes }, twice, singled)).toMatchObject({ hidden: true });
        const heights = ['ab', 'bc', 'ca'].map(
          (id) => (painted(id, { ...all, ...changes }, twice, singled) as { curvature: number }).curvature,
        );
        const seen = [heights[0]!, -heights[1]!, heights[2]!];
        expect(new Set(seen).size).toBe(3);
        expect(seen.reduce((sum, height) => sum + height, 0)).toBeCloseTo(0);
      }
      // Under the pointer it stays, or the pointer would lose it.
      expect(
        painted(key, all, twice, { highlight: { relations: [key], reason: 'hover' as const } }),
      ).not.toHaveProperty('hidden');
    });

    it('are a plain line when filters leave one', () => {
      const shown = {
        ...all.shown,
        relations: Uint16Array.from(all.shown.relations, (bits, row) => (row < 2 ? 1 : bits)),
      };
      expect(painted(key, { ...all, shown }, twice)).toMatchObject({ hidden: true });
      expect(painted('ca', { ...all, shown }, twice)).toMatchObject({ curvature: 0 });
    });
  });

  it('hides what a filter hides, and gives every other star the colours that its program needs', () => {
    expect(painted('ca')).toMatchObject({ hidden: true });
    for (const id of ['a', 'b', 'd']) expect(painted(id)).not.toHaveProperty('hidden');
    expect(painted('a')).toMatchObject({
      rimColor: expect.any(String),
      ringColor: expect.any(String),
      iconColor: expect.any(String),
    });
  });

  it('draws arrows for directed types, dashes for plans, dots for disputes, hollow stars for what is not there', () => {
    const all = { shown: applyFilters(columns, ontology, {}) };
    expect(painted('ab', all)).toMatchObject({ arrow: true, dashPeriod: 0 });
    expect(painted('ca', all)).toMatchObject({ arrow: false });
    expect(painted('da', all)).toMatchObject({ dashPeriod: 10, dashInk: 6 });
    expect(painted('bc', all)).toMatchObject({ dashPeriod: 5, dashInk: 2 });
    expect(painted('d', all)).toMatchObject({
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
    const lit = (singled: object) => {
      const found = attend({ ...nothing, ...singled }, graph).lit;
      return found && [[...found.entities].sort().join(' '), [...found.relations].sort().join(' ')];
    };
    expect(lit({})).toBeUndefined();
    expect(lit({ select: 'entity:b' })).toEqual(['a b c', 'ab bc']);
    expect(lit({ select: 'relation:ce' })).toEqual(['c e', 'ce']);
    expect(lit({ select: 'entity:b', highlight: path })).toEqual(['b c d', 'bc']);
    expect(lit({ select: 'entity:b', highlight: path, hovered: 'e' })).toEqual(['c e', 'ce']);
    expect(lit({ select: 'entity:nobody' })).toBeUndefined();
    expect(lit({ highlight: { entities: ['a', 'b', 'e'], reason: 'row' } })).toEqual(['a b e', 'ab']);
  });

  it('colours what began and what ended, dashed and hollow for the latter, and greys and dims the rest', () => {
    const view = { since: '2018', until: '2025' };
    const compared = { shown: applyFilters(columns, ontology, view) };
    const { began, ended } = CHANGE_COLORS.dark;
    expect(painted('ca', compared)).toMatchObject({ color: began, dashPeriod: 0 });
    expect(painted('ab', compared)).toMatchObject({ color: ended, dashPeriod: 7 });
    expect(painted('c', compared)).toMatchObject({ color: began });
    const period = ['../2020', null, null, null, null];
    const gone = { ...columns, entities: { ...columns.entities, period } };
    const left = { columns: gone, shown: applyFilters(gone, ontology, view) };
    expect(painted('a', left)).toMatchObject({ color: INK.dark.sky, rimColor: ended });
    const lit = litBy({ ...nothing, ...compared }, graph)!;
    expect([[...lit.entities].sort().join(' '), [...lit.relations].sort().join(' ')]).toEqual([
      'a b c',
      'ab ca',
    ]);
    expect(litBy({ ...nothing, ...compared, select: 'entity:e' }, graph)!.entities.has('b')).toBe(false);
  });

  it('draws what only may hold on the date fainter', () => {
    const color = (id: string, view: View) =>
      (painted(id, { shown: applyFilters(columns, ontology, view) }) as { color?: string }).color;
    expect(color('bc', { asOf: '2025' })).not.toBe(color('bc', {}));
    expect(color('ab', { asOf: '2018' })).toBe(color('ab', {}));
  });

  it('fades colours evenly', () => {
    expect(fade('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(fade('#10a0ff', '#10a0ff', 0.7)).toBe('#10a0ff');
  });

  it('paints anew only what a change of attention concerns', () => {
    const of = (singled: object) => attend({ ...nothing, ...singled }, graph);
    const changed = affected(of({ select: 'entity:b' }), of({ hovered: 'e' }), graph);
    expect([changed.nodes.sort(), changed.edges.sort()]).toEqual([
      ['a', 'b', 'e'],
      ['ab', 'bc', 'ce'],
    ]);
  });

  it('draws round layouts wider, wide ones as they are', () => {
    expect(stretchOf([0, 10], [0, 10])).toBeCloseTo(1.4);
    expect(stretchOf([0, 100], [0, 80])).toBeCloseTo(1.4);
    expect(stretchOf([0, 160], [0, 100])).toBeCloseTo(1.09, 2);
    expect(stretchOf([0, 300], [0, 100])).toBe(1);
    expect(stretchOf([1, 2, 3], [5, 5, 5])).toBe(1);
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
