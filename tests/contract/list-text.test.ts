import { describe, expect, it } from 'vitest';
import { joinList, splitList } from '../../src/contract/list-text.js';
import { scopeSchema } from '../../src/contract/scope.js';

describe('lists in one text', () => {
  it.each([
    ['a,b', ['a', 'b']],
    [' a , b ', ['a', 'b']],
    ['"Smith, John",b', ['Smith, John', 'b']],
    ['x, "p,q" ,y', ['x', 'p,q', 'y']],
    ['"""a""",""', ['"a"', '']],
    ['a "b", c"', ['a "b"', 'c"']],
    ['"open, end', ['"open', 'end']],
    [',a,', ['', 'a', '']],
    ['', ['']],
  ])('%s', (text, values) => {
    expect(splitList(text)).toEqual(values);
    expect(splitList(joinList(values))).toEqual(values);
  });

  it('are what scopes take, once or several times', () => {
    expect(scopeSchema.parse({ type: 'a,"b, c"' }).type).toEqual(['a', 'b, c']);
    expect(scopeSchema.parse({ type: ['"b, c"', 'a,d'] }).type).toEqual(['b, c', 'a', 'd']);
    expect(scopeSchema.safeParse({ type: 'a,' }).success).toBe(false);
    expect(scopeSchema.safeParse({ type: [1] }).success).toBe(false);
  });
});
