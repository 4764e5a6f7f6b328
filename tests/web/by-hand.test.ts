/** What is done by hand: hiding, keeping, expanding, the lasso, a pasted list. */
import { describe, expect, it } from 'vitest';
import { hiddenNeighbors, parseExpansion } from '../../web/src/graph/expansions.js';
import { applyFilters } from '../../web/src/graph/filter.js';
import { isInside } from '../../web/src/graph/inside.js';
import { activeFilters } from '../../web/src/legend/active-filters.js';
import { judgeName, namesIn } from '../../web/src/panels/names.js';
import type { View } from '../../web/src/view.js';
import { columns, ontology } from './small-sky.js';

const shownBy = (view: View) => {
  const shown = applyFilters(columns, ontology, view);
  const rows = (ids: readonly string[], bits: Uint16Array) =>
    ids.filter((_, row) => bits[row] === 0).join(' ');
  return [rows(columns.entities.id, shown.entities), rows(columns.relations.id, shown.relations)];
};

describe('showing by hand', () => {
  it('hides some, or keeps some alone, with their relations', () => {
    expect(shownBy({ hide: 'c,d' })).toEqual(['a b e', 'ab aa']);
    expect(shownBy({ only: 'a,c,e' })).toEqual(['a c e', 'ca aa ce']);
    expect(shownBy({ only: 'a,c', hide: 'c' })).toEqual(['a', 'aa']);
  });

  it('shows neighbours by type and direction beyond every filter but hiding', () => {
    const focus = { focus: 'e', depth: '1' };
    expect(shownBy(focus)).toEqual(['c e', 'ce']);
    expect(shownBy({ ...focus, expand: 'in:sells-to:c' })).toEqual(['b c e', 'bc ce']);
    // In this order: a is there only once c has brought it.
    expect(shownBy({ ...focus, expand: 'both:allied-with:c,in:commands:a' })).toEqual([
      'a c d e',
      'ca da aa ce',
    ]);
    expect(shownBy({ ...focus, expand: 'in:commands:a' })).toEqual(['c e', 'ce']);
    expect(shownBy({ ...focus, expand: 'in:sells-to:c', hide: 'b' })).toEqual(['c e', 'ce']);
    expect(shownBy({ type: 'sells-to', expand: 'out:commands:a' })[1]).toBe('ab bc aa ce');
    expect(shownBy({ kind: 'company', expand: 'd' })[0]).toBe('b c d');
    expect(shownBy({ expand: 'nobody,out:nothing:a' })[0]).toBe('a b c d e');
  });

  it('counts the neighbours that no visible relation leads to', () => {
    const hidden = (view: View) => [...hiddenNeighbors(columns, applyFilters(columns, ontology, view))];
    // c has one neighbour beyond what is loaded.
    expect(hidden({})).toEqual([0, 0, 1, 0, 0]);
    expect(hidden({ type: 'commands' })).toEqual([1, 1, 4, 0, 1]);
  });

  it('reads an expansion, and takes anything else for an entity', () => {
    expect(parseExpansion('in:owns:a:b')).toEqual({ entity: 'a:b', by: { way: 'in', type: 'owns' } });
    expect(parseExpansion('into:a')).toEqual({ entity: 'into:a' });
  });

  it('has a chip for each that is hidden, which drops that one alone', () => {
    const view: View = { hide: 'c,d', expand: 'in:sells-to:c' };
    const chips = activeFilters(view, ontology, applyFilters(columns, ontology, view), (id) =>
      id.toUpperCase(),
    );
    expect(chips.map(({ text, keeps }) => [text, keeps])).toEqual([
      ['C hidden by hand', { hide: 'd' }],
      ['D hidden by hand', { hide: 'c' }],
      ['beyond the filters: 1 expansion', undefined],
    ]);
  });
});

describe('the lasso', () => {
  it('catches what lies inside, in a dent neither', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 2 },
      { x: 0, y: 10 },
    ];
    const inside = (x: number, y: number) => isInside({ x, y }, line);
    expect([inside(1, 1), inside(9, 7), inside(5, 1), inside(5, 5), inside(-1, 5), inside(11, 5)]).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a pasted list', () => {
  const hit = (id: string, score: number) => ({ id, name: id, kind: 'actor', matched: id, score });
  it('is read line by line, once each, without bullets', () => {
    expect(namesIn('- CASC\r\n\n2. CASC\n• 长征五号 \n63600\n3 Body')).toEqual([
      'CASC',
      '长征五号',
      '63600',
      '3 Body',
    ]);
  });
  it('tells the known from the close and the unknown', () => {
    expect(judgeName('Name', [hit('a', 1), hit('b', 0.9)])).toMatchObject({
      verdict: 'known',
      hits: [{ id: 'a' }],
    });
    expect(judgeName('Name', [hit('a', 1), hit('b', 1)])).toMatchObject({
      verdict: 'close',
      hits: [{ id: 'a' }, { id: 'b' }],
    });
    expect(judgeName('Name', [hit('a', 0.8), hit('b', 0.3)])).toMatchObject({
      verdict: 'close',
      hits: [{ id: 'a' }],
    });
    expect(judgeName('Name', [hit('a', 0.3)])).toEqual({ verdict: 'unknown', hits: [] });
    expect(judgeName('63600', [hit('a', 0.5)])).toMatchObject({ verdict: 'unknown' });
    expect(judgeName('Name', [hit('a', 0.5)])).toMatchObject({ verdict: 'close' });
    expect(judgeName('Name', [])).toEqual({ verdict: 'unknown', hits: [] });
  });
});
