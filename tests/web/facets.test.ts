/** What a click in the legend means. */
import { describe, expect, it } from 'vitest';
import { applyFilters, listed } from '../../web/src/graph/filter.js';
import { activeFilters } from '../../web/src/legend/active-filters.js';
import { afterClick, filterText, type Group, stateOf } from '../../web/src/legend/facets.js';
import type { View } from '../../web/src/view.js';
import { columns, ontology } from './small-sky.js';

const groups: Group[] = [
  { id: 'x', label: 'X', members: ['x', 'x1', 'x2'] },
  { id: 'y', label: 'Y', members: ['y'] },
  { id: 'z', label: 'Z', members: ['z'] },
];
const sorted = (shown: ReadonlySet<string> | undefined) =>
  shown === undefined ? undefined : [...shown].sort();

describe('clicks in the legend', () => {
  it('turn one group off, and on again to no filter at all', () => {
    const off = afterClick(groups, undefined, 'y', 'toggle');
    expect(sorted(off)).toEqual(['x', 'x1', 'x2', 'z']);
    expect(afterClick(groups, off, 'y', 'toggle')).toBeUndefined();
  });

  it('complete a group that is half on', () => {
    const half = new Set(['x1', 'y']);
    expect(stateOf(groups[0]!, half)).toBe('some');
    expect(sorted(afterClick(groups, half, 'x', 'toggle'))).toEqual(['x', 'x1', 'x2', 'y']);
  });

  it('isolate one, and bring all back when it is alone already', () => {
    const alone = afterClick(groups, undefined, 'z', 'isolate');
    expect(sorted(alone)).toEqual(['z']);
    expect(afterClick(groups, alone, 'z', 'isolate')).toBeUndefined();
    expect(sorted(afterClick(groups, alone, 'y', 'isolate'))).toEqual(['y']);
  });

  it('never ask for nothing: turning the last one off shows all', () => {
    expect(afterClick(groups, new Set(['y']), 'y', 'toggle')).toBeUndefined();
  });

  it('write whole groups by name where a name stands for them, members otherwise', () => {
    expect(filterText(groups, new Set(['x', 'x1', 'x2', 'z']), ({ id }) => id)).toBe('x,z');
    expect(filterText(groups, new Set(['x1', 'z']), ({ id }) => id)).toBe('x1,z');
    expect(filterText(groups, new Set(['x', 'x1', 'x2']))).toBe('x,x1,x2');
    expect(filterText(groups, undefined)).toBeUndefined();
    const odd = [{ id: 'a, b', label: 'A, B', members: ['a, b'] }];
    expect(listed(filterText(odd, new Set(['a, b'])))).toEqual(new Set(['a, b']));
  });
});

describe('chips', () => {
  const chips = (view: View) =>
    activeFilters(view, ontology, applyFilters(columns, ontology, view), (id) => id.toUpperCase()).map(
      ({ text, hides }) => `${text}: ${hides}`,
    );

  it('say what is off while most is on, what is on otherwise, and what it hides', () => {
    expect(chips({ kind: 'place' })).toEqual(['place: hides 4 entities, 6 relations']);
    expect(chips({ kind: 'start-up' })).toEqual(['start-up: hides 4 entities, 6 relations']);
    expect(chips({ type: 'commands' })).toEqual(['Command: hides 4 relations']);
    expect(chips({ minConfidence: '0' })).toEqual(['confidence ≥ 0: hides 1 relation']);
    expect(chips({ status: 'actual,hypothetical' })).toEqual(['actual, hypothetical: hides 1 relation']);
    expect(chips({ focus: 'b', depth: '2' })).toEqual(['around B, 2 steps: hides nothing']);
    expect(chips({ asOf: '2020-99' })).toEqual(['as of “2020-99”, which is no date: hides nothing']);
    expect(chips({})).toEqual([]);
  });
});
