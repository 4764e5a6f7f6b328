import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/analysis/ask.js';
import { Context } from '../../src/analysis/context.js';
import type { REPORT_FORMATS } from '../../src/contract/reports.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { renderReport } from '../../src/report/render-report.js';
import { smallDataset } from '../graph/small-dataset.js';

const EVIL =
  '=1+1"\'><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u0007|`[x](javascript:alert(1)) $& $1';

/** What turns the direction of writing, and what rings a bell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looked for because it must not be there
const UNSEEN = /[\u202e\u0007]/;

/** The small graph in which every text that a record may hold is an attack. */
function hostileDataset() {
  const dataset = smallDataset();
  const claims = <T extends { claims: { says: string; locator: string; asserter?: string | undefined }[] }>(
    record: T,
  ) => ({
    ...record,
    claims: record.claims.map((claim) => ({ ...claim, says: EVIL, locator: EVIL, asserter: EVIL })),
  });
  return {
    ...dataset,
    collections: dataset.collections.map((each) => ({
      ...each,
      title: EVIL,
      licence: EVIL,
      attribution: EVIL,
    })),
    entities: dataset.entities.map((each) => ({
      ...claims(each),
      name: `${EVIL} ${each.id}`,
      summary: EVIL,
      aliases: [EVIL],
    })),
    relations: dataset.relations.map(claims),
    sources: new Map(
      [...dataset.sources].map(([id, each]) => [
        id,
        { ...each, title: EVIL, publisher: EVIL, authors: [EVIL], url: 'javascript:alert(1)' },
      ]),
    ),
  };
}

const context = new Context(buildKnowledgeGraph(hostileDataset()), '0');
const QUESTIONS = [
  { name: 'centrality', measure: 'degree', sensitivity: 10, dependence: true, asOf: '2022', since: '2017' },
  { name: 'path', of: ['alpha', 'delta'] },
  { name: 'actor', of: 'gamma' },
  { name: 'changes', from: '2015', to: '2022' },
  { name: 'sources' },
];

describe.each(QUESTIONS)('hostile data in the report $name', (question) => {
  const render = async (format: (typeof REPORT_FORMATS)[number]) =>
    renderReport(await ask(context, 'report', { ...question, format }));

  it('stays text in HTML', async () => {
    const { text, policy } = await render('html');
    const { document } = parseHTML(text);
    expect(
      document.querySelectorAll('script, img, iframe, object, [onerror], [onload], [style]'),
    ).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    for (const svg of document.querySelectorAll('svg[aria-label]'))
      expect(svg.getAttribute('aria-label')).not.toContain('<svg');
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^#r\d+$/);
    expect(document.body.textContent).toContain('<script>alert(1)</script>');
    expect(text).not.toMatch(UNSEEN);
    expect(policy).toMatch(/default-src 'none'.*style-src 'sha256-.*sandbox/);
    expect(policy).not.toContain('unsafe');
  });

  it('stays text in Markdown', async () => {
    const { text } = await render('md');
    expect(text).not.toMatch(/(^|[^\\])<(script|img)/);
    expect(text).not.toMatch(/[^\\]\]\(javascript/);
    expect(text).not.toMatch(UNSEEN);
  });

  it('is no formula in CSV', async () => {
    const { text } = await render('csv');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).not.toMatch(/(^|\n|,)"?=/);
  });
});
