/** A quoted claim names its source in full, and calls a paraphrase one. */
import { expect, it } from 'vitest';
import { claimCitation } from '../../../web/src/panels/claim-citation.js';

const meta = { title: 'Graph', revision: 'abc' };
const about = { what: 'relation', id: 'r', words: 'A operates B', standing: 'planned, in 2026' } as const;
const claim = {
  source: 's',
  title: 'First launch',
  locator: '¶6',
  says: 'Manages it',
  stance: 'disputes',
  grade: 'B2',
} as const;
const words = { grade: 'Usually reliable; Probably true', link: 'http://x/?select=relation%3Ar' };

it('says what, who, where and how sure', () => {
  const source = {
    title: 'First launch',
    authors: ['Ann Wu', 'Bo Li'],
    publisher: 'SpaceNews',
    date: '2024-12-16',
    url: 'https://example.org/1',
    read: '2026-11-22',
  };
  expect(claimCitation(meta, about, claim, source, words).split('\n')).toEqual([
    'A operates B (planned, in 2026)',
    'The source disputes this; paraphrase: Manages it',
    'Source: Ann Wu, Bo Li, “First launch”, SpaceNews, 16 December 2024, ¶6',
    'https://example.org/1',
    'Read: 22 November 2026',
    'Grade: B2 (Usually reliable; Probably true)',
    'Graph, revision abc: http://x/?select=relation%3Ar',
  ]);
});

it('tells who is quoted, when it was withdrawn, and that a date is not known', () => {
  const withdrawn = { ...claim, asserter: 'cnsa', asserterName: 'CNSA', retracted: '2025-02' };
  const text = claimCitation(meta, about, withdrawn, { title: 'First launch', authors: [] }, words);
  expect(text).toContain('disputes this, withdrawn February 2025; paraphrase');
  expect(text).toContain('Said by: CNSA');
  expect(text).toContain('Source: “First launch”, undated, ¶6');
});
