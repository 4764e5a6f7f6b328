/** The article collection carries every statement of the article, where it says so, and in our own words. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { STANCES, STATUSES } from '../../src/contract/records.js';
import { readFolder } from '../../src/data/read-folder.js';
import { longestSharedRun } from './longest-shared-run.js';

const ARTICLE = new URL('../../../shared/seed/article.md', import.meta.url);
const listSchema = z.strictObject({
  statements: z.array(
    z.strictObject({
      paragraph: z.int(),
      says: z.string(),
      records: z.array(z.string()).min(1),
      status: z.enum(STATUSES).optional(),
      stance: z.enum(STANCES).optional(),
      asserter: z.string().optional(),
      period: z.string().optional(),
    }),
  ),
  leftOut: z.array(z.strictObject({ paragraph: z.int(), says: z.string(), because: z.string() })),
});

const { statements, leftOut } = listSchema.parse(
  parse(readFileSync(new URL('article-statements.yaml', import.meta.url), 'utf8')),
);
const dataset = await readFolder(new URL('../../graph-data', import.meta.url).pathname);
const entities = dataset.entities.filter(({ collection }) => collection === 'article');
const relations = dataset.relations.filter(({ collection }) => collection === 'article');
const records = [...entities, ...relations];
const byId = new Map(records.map((record) => [record.id, record]));
const claims = records.flatMap((record) => record.claims.map((claim) => ({ record, claim })));

describe('the statements of the article', () => {
  it.each(statements)(
    '¶$paragraph $says',
    ({ paragraph, records: ids, status, stance, asserter, period }) => {
      for (const id of ids) {
        const record = byId.get(id);
        expect(record, id).toBeDefined();
        const said = record!.claims.filter(
          (claim) =>
            claim.locator === `¶${paragraph}` &&
            (stance === undefined || claim.stance === stance) &&
            (asserter === undefined || claim.asserter === asserter),
        );
        expect(said, `claims of ${id} at ¶${paragraph}`).not.toEqual([]);
        if (status !== undefined) expect(record!.status, id).toBe(status);
        if (period !== undefined) expect(record!.period, id).toBe(period);
      }
    },
  );

  it('leaves no claim without a statement', () => {
    const listed = new Set(
      statements.flatMap(({ paragraph, records: ids }) => ids.map((id) => `${id} ¶${paragraph}`)),
    );
    const unlisted = claims.filter(
      ({ record, claim }) => claim.locator !== 'heading' && !listed.has(`${record.id} ${claim.locator}`),
    );
    expect(unlisted.map(({ record, claim }) => `${record.id} ${claim.locator}`)).toEqual([]);
  });

  it('covers every paragraph from ¶2 to ¶16', () => {
    const cited = new Set([
      ...claims.map(({ claim }) => claim.locator),
      ...leftOut.map(({ paragraph }) => `¶${paragraph}`),
    ]);
    const paragraphs = Array.from({ length: 15 }, (_, i) => `¶${i + 2}`);
    expect(paragraphs.filter((paragraph) => !cited.has(paragraph))).toEqual([]);
  });

  it('names each partner of the lunar station, the station itself still hypothetical', () => {
    const members = relations.filter(
      ({ type, to }) => type === 'member-of' && to === 'international-lunar-research-station',
    );
    expect(members.map(({ from }) => from).sort()).toEqual([
      'azerbaijan',
      'belarus',
      'egypt',
      'kazakhstan',
      'nicaragua',
      'pakistan',
      'senegal',
      'serbia',
      'south-africa',
      'thailand',
      'venezuela',
    ]);
    expect(byId.get('international-lunar-research-station')?.status).toBe('hypothetical');
  });
});

describe('the collection', () => {
  it('joins everything into one component', () => {
    const reached = new Set(['china']);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of relations) {
        if (reached.has(from)) reached.add(to);
        else if (reached.has(to)) reached.add(from);
      }
    }
    expect(entities.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('calls what a source reports of somebody a claim of unknown origin', () => {
    const asserted = claims.filter(({ claim }) => claim.asserter !== undefined);
    expect(asserted.length).toBeGreaterThan(0);
    expect(asserted.filter(({ claim }) => claim.derivedFrom !== 'unknown')).toEqual([]);
    const isSlug = /^[a-z0-9-]+$/;
    const ids = asserted.map(({ claim }) => claim.asserter ?? '').filter((asserter) => isSlug.test(asserter));
    expect(ids.filter((id) => !byId.has(id))).toEqual([]);
  });

  it('gives a Chinese name its transliteration, and no other', () => {
    const halves = entities.filter(
      ({ names }) => (names['zh'] === undefined) !== (names['zh-Latn'] === undefined),
    );
    expect(halves.map(({ id }) => id)).toEqual([]);
  });

  it('shares no run of seven words with the article', (context) => {
    if (!existsSync(ARTICLE)) context.skip('the article is not beside the repository');
    const article = readFileSync(ARTICLE, 'utf8');
    const texts = [
      ...claims.map(({ record, claim }) => ({ id: record.id, text: claim.says })),
      ...entities.map(({ id, summary }) => ({ id, text: summary ?? '' })),
      ...statements.map(({ paragraph, says }) => ({ id: `statement of ¶${paragraph}`, text: says })),
    ];
    const copied = texts.map(({ id, text }) => ({ id, run: longestSharedRun(text, article) }));
    expect(copied.filter(({ run }) => run.length >= 7)).toEqual([]);
  });
});

describe('longestSharedRun', () => {
  it('counts words, whatever stands between them', () => {
    expect(longestSharedRun('So: the first-strike idea, again', 'about the “first strike” idea')).toEqual([
      'the',
      'first',
      'strike',
      'idea',
    ]);
    expect(longestSharedRun('nothing here', 'in common')).toEqual([]);
  });
});
