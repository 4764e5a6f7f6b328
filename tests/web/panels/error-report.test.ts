import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/contract/questions.js';
import { errorReport, reportAddress } from '../../../web/src/panels/error-report.js';

const collection = { id: 'sector', title: 'Sector', licence: 'CC0', maintainer: 'Us' };
const meta = (reports?: string) =>
  ({
    title: 'Space',
    revision: 'abc',
    collections: [{ ...collection, ...(reports === undefined ? {} : { reports }) }],
  }) as unknown as Answer<'meta'>;
const about = { what: 'relation', id: 'a--owns--b', words: 'A owns 乙', collection: 'sector' } as const;
const claim = {
  source: 's1',
  title: 'Paper',
  locator: '¶3',
  says: 'holds it',
  stance: 'supports',
  grade: 'B2',
} as const;

describe('the report of an error', () => {
  const text = errorReport(meta(), about, claim, 'http://x/?select=relation:a--owns--b');
  it('names claim, relation, source, locator and revision, and ends where one writes on', () =>
    expect(text.split('\n')).toEqual([
      'Graph: Space, revision abc',
      'Claim on: relation a--owns--b (collection sector)',
      'That is: A owns 乙',
      'Claim: supports (B2): holds it',
      'Source: Paper, ¶3 (s1)',
      'View: http://x/?select=relation:a--owns--b',
      'What is wrong: ',
    ]));
  it('goes to the address of the collection, where it has one', () => {
    expect(reportAddress(meta(), about, text)).toBeUndefined();
    expect(reportAddress(meta('mailto:a@b.example'), about, 'x&y')).toBe(
      'mailto:a@b.example?subject=Error%3A%20A%20owns%20%E4%B9%99&body=x%26y',
    );
    const issue = new URL(reportAddress(meta('https://x.example/new?labels=data'), about, text)!);
    expect(Object.fromEntries(issue.searchParams)).toEqual({
      labels: 'data',
      title: 'Error: A owns 乙',
      body: text,
    });
  });
});
