import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entityRecordSchema, relationRecordSchema, sourceRecordSchema } from '../../src/contract/records.js';
import { compileCheck } from '../../src/data/compile-check.js';

const claim = { source: 's', locator: 'p. 1', says: 'it does', credibility: 2 };
const PLAIN: [string, z.ZodType, Record<string, unknown>][] = [
  ['relation', relationRecordSchema, { id: 'r', from: 'a', type: 't', to: 'b', claims: [claim] }],
  [
    'relation with everything',
    relationRecordSchema,
    {
      id: 'r',
      from: 'a',
      type: 't',
      to: 'b',
      period: '2016/..',
      status: 'planned',
      attributes: { stake: 51.5, role: ['a', 2], listed: true },
      claims: [{ ...claim, stance: 'disputes', asserter: 'x', said: '2014', derivedFrom: ['q'] }],
    },
  ],
  ['entity', entityRecordSchema, { id: 'e', kind: 'k', name: '军', names: { zh: '军' }, aliases: ['x'] }],
  [
    'entity with everything',
    entityRecordSchema,
    {
      id: 'e',
      kind: 'k',
      name: 'E',
      formerNames: [{ name: 'F', names: { ru: 'Ф' }, period: '2001/2010' }],
      formerIds: ['f'],
      period: '2001/..',
      place: { name: 'P', lat: -38.2, lon: -70.1, precision: 'site' },
      identifiers: { a: '1', b: [{ value: '2', period: '2001/2015' }] },
      summary: 'S.',
      attributes: { antennas: 3 },
      claims: [claim],
    },
  ],
  ['source', sourceRecordSchema, { id: 's', title: 'S', reliability: 'B', derivedFrom: 'unknown' }],
];

const copy = <T>(value: T): T => structuredClone(value);

describe('compileCheck', () => {
  it.each(PLAIN)('takes a plain %s as it is, with the defaults of the schema', (_, schema, record) => {
    const value = copy(record);
    expect(compileCheck(schema)(value)).toBe(true);
    expect(value).toEqual(schema.parse(record));
  });

  it('never takes what the schema refuses or would change', () => {
    const paths = PLAIN.flatMap(([, schema, record]) =>
      pathsIn(record).map((path) => ({ schema, record, path })),
    );
    const wrong = fc.constantFrom(
      undefined,
      null,
      0,
      -1,
      7,
      1e9,
      91,
      2.5,
      '',
      ' x',
      'x ',
      '\u3000',
      'no',
      [],
      {},
      [''],
      [{}],
      true,
      JSON.parse('{"__proto__":1}'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), wrong, ({ schema, record, path }, value) => {
        const changed = copy(record);
        setAt(changed, path, value);
        const before = copy(changed);
        const parsed = schema.safeParse(before);
        if (compileCheck(schema)(changed)) {
          expect(parsed.success).toBe(true);
          expect(changed).toEqual(parsed.data);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses unknown keys, and leaves what it does not know to the schema', () => {
    expect(compileCheck(entityRecordSchema)({ id: 'e', kind: 'k', name: 'E', nam: 1 })).toBe(false);
    expect(compileCheck(z.url())('https://example.org')).toBe(false);
    expect(compileCheck(z.string().regex(/x/))('x')).toBe(false);
    expect(compileCheck(z.string().transform(Number))('1')).toBe(false);
  });
});

function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function setAt(record: Record<string, unknown>, path: (string | number)[], value: unknown): void {
  const at = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((inner, key) => inner[key] as Record<string, unknown>, record);
  const last = path.at(-1)!;
  if (value === undefined) delete at[last];
  else at[last] = value;
}
