import { describe, expect, it } from 'vitest';
import { ask } from '../../src/analysis/ask.js';
import { Context } from '../../src/analysis/context.js';
import type { Answer } from '../../src/contract/questions.js';
import { REPORTS } from '../../src/contract/reports.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { periodText } from '../../src/model/period-text.js';
import { composeReport } from '../../src/report/compose-report.js';
import type { Table } from '../../src/report/document.js';
import { renderReport } from '../../src/report/render-report.js';
import { commandWords, figure } from '../../src/report/words.js';
import { smallDataset } from '../graph/small-dataset.js';

const context = new Context(buildKnowledgeGraph(smallDataset()), '0');
const report = (parameters: Record<string, unknown>) => ask(context, 'report', parameters);
const mainTable = (answer: Answer<'report'>) =>
  composeReport(answer).blocks.find((block): block is Table => block.is === 'table' && block.main === true)!;

const QUESTIONS: Record<(typeof REPORTS)[number], Record<string, unknown>> = {
  centrality: { name: 'centrality', measure: 'degree,betweenness' },
  path: { name: 'path', of: ['beta', 'delta'] },
  actor: { name: 'actor', of: 'Gamma Works' },
  changes: { name: 'changes', from: '2015', to: '2022' },
  sources: { name: 'sources' },
};

describe('a report holds the answers of other questions as they are', () => {
  it('centrality: the ranking', async () => {
    const { answers } = await report({ ...QUESTIONS.centrality, sensitivity: 20, dependence: true });
    expect(answers.rank).toEqual(
      await ask(context, 'rank', { measures: 'degree,betweenness', sensitivity: 20, dependence: true }),
    );
  });

  it('centrality: movements since a date, only with a date they lead to', async () => {
    const { answers } = await report({ name: 'centrality', measure: 'degree', asOf: '2022', since: '2017' });
    const asked = { from: '2017', to: '2022', measure: 'degree', top: 0 };
    expect(answers.compare).toEqual(await ask(context, 'compare', asked));
    await expect(report({ name: 'centrality', since: '2017' })).rejects.toThrow(/add `asOf`/);
    await expect(
      report({ name: 'centrality', measure: 'betweenness', asOf: '2022', since: '2017', approximate: 0.1 }),
    ).rejects.toThrow(/leave out `approximate`/);
  });

  it('path, with what falls with the one source of its weakest hop', async () => {
    const { answers } = await report(QUESTIONS.path);
    expect(answers.path).toEqual(
      await ask(context, 'path', { from: 'beta', to: 'delta', mode: 'k-shortest' }),
    );
    expect(answers.pathWithout).toEqual(
      await ask(context, 'path', { from: 'beta', to: 'delta', mode: 'k-shortest', k: 1, without: 'gazette' }),
    );
  });

  it.each([{ near: ['beta'] }, { certainOnly: true }, { direction: 'in' }])(
    'centrality: movements lead to the ranking as it is asked for: %j',
    async (how) => {
      const asked = { name: 'centrality', measure: 'pagerank', asOf: '2018', since: '2015', top: 0, ...how };
      const { rank, compare } = (await report(asked)).answers;
      const ranks = new Map(rank!.rows.map((row) => [row.id, row.rank['pagerank']]));
      expect(compare!.movements.length).toBeGreaterThan(0);
      for (const { id, after } of compare!.movements) expect(after).toBe(ranks.get(id) ?? null);
    },
  );

  it('path: what is left without the source is asked as the path was', async () => {
    const dataset = smallDataset();
    const [owned] = dataset.relations.filter(({ id }) => id === 'b-g');
    const [rivals] = dataset.relations.filter(({ id }) => id === 'a-e');
    const around = new Context(
      buildKnowledgeGraph({
        ...dataset,
        sources: new Map([
          ...dataset.sources,
          ['paper', { ...dataset.sources.get('gazette')!, id: 'paper' }],
        ]),
        relations: [
          ...dataset.relations.filter((relation) => relation !== owned),
          { ...owned!, claims: [{ ...owned!.claims[0]!, source: 'paper' }] },
          { ...rivals!, id: 'a-d', to: 'delta' },
        ],
      }),
      '0',
    );
    const asked = { name: 'path', of: ['beta', 'gamma'], allTypes: true };
    const detour = await ask(around, 'report', asked);
    expect(detour.answers.pathWithout!.paths[0]!.nodes.map(({ id }) => id)).toEqual([
      'beta',
      'alpha',
      'delta',
      'gamma',
    ]);
    expect(JSON.stringify(composeReport(detour))).toContain(
      'has 3 relations instead of 1 and confidence 0.8: Beta',
    );
    const none = await ask(around, 'report', { ...asked, avoid: ['alpha'] });
    expect(none.answers.pathWithout!.paths).toEqual([]);
    expect(JSON.stringify(composeReport(none))).toContain('no path leads from Beta to Gamma Works any more');
  });

  it('actor, changes and sources', async () => {
    expect((await report(QUESTIONS.actor)).answers.show).toEqual(await ask(context, 'show', { id: 'gamma' }));
    const { answers } = await report(QUESTIONS.changes);
    expect(answers.compare).toEqual(await ask(context, 'compare', { from: '2015', to: '2022' }));
    const near = { measure: 'pagerank', near: ['beta'] };
    expect((await report({ ...QUESTIONS.changes, ...near })).answers.compare).toEqual(
      await ask(context, 'compare', { from: '2015', to: '2022', ...near }),
    );
    const listed = await report(QUESTIONS.sources);
    expect(listed.answers.sources).toEqual(await ask(context, 'sources', {}));
  });
});

describe('actor', () => {
  it('tells the best attested ties of each sort and says how many there are; all on demand, and in CSV', async () => {
    const asked = await report(QUESTIONS.actor);
    const show = asked.answers.show!;
    const [group] = show.relations;
    const [model] = group!.relations;
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...model!,
      fromName: `Tie ${i}`,
      toName: `Tie ${i}`,
      origins: { least: 1, most: 1 },
      confidence: i / 40,
      claims: model!.claims.map((claim) => ({ ...claim, locator: `¶${i}` })),
    }));
    const relations = [{ ...group!, relations: many }, ...show.relations.slice(1)];
    const answer = { ...asked, answers: { ...asked.answers, show: { ...show, relations } } };
    const others = show.relations.slice(1).reduce((sum, each) => sum + each.relations.length, 0);
    const { rows, caption } = mainTable(answer);
    expect(rows).toHaveLength(15 + others);
    expect(JSON.stringify(rows[0])).toContain('Tie 39');
    expect(caption).toMatch(new RegExp(`^Of ${40 + others} relations .* actor gamma --format html --top 0$`));
    for (const all of [
      { ...answer, format: 'csv' as const },
      { ...answer, parameters: { ...answer.parameters, top: 0 } },
    ]) {
      expect(mainTable(all).rows).toHaveLength(40 + others);
      // A source that is cited at many places shows some.
      expect(JSON.stringify(composeReport(all).references)).toMatch(/"¶\d+ \(\w+\)","and \d+ more"\]/);
    }
  });

  it('an id is for machines: in CSV and Markdown, not where people read', async () => {
    const text = async (format: string) =>
      renderReport(await report({ ...QUESTIONS.centrality, format })).text;
    expect(await text('csv')).toMatch(/^\ufeff#,Name,Kind,Id,/);
    expect(await text('html')).not.toContain('>Id<');
  });
});

describe('CSV', () => {
  it('writes out the sources of a row, and no dust of sums', async () => {
    const asked = await report({ ...QUESTIONS.actor, format: 'csv' });
    const show = structuredClone(asked.answers.show!);
    show.relations[0]!.relations[0]!.confidence = 0.006400000000000006;
    const { text } = renderReport({ ...asked, answers: { ...asked.answers, show } });
    for (const { title } of asked.cited) expect(text).toContain(title);
    expect(text).toMatch(/,0\.0064,/);
    expect(text).not.toMatch(/\[\d+\]/);
  });

  it('writes the title of a source once', async () => {
    const answer = await report({ ...QUESTIONS.sources, format: 'csv' });
    const [title] = answer.answers.sources!.sources.map((source) => source.title);
    expect(renderReport(answer).text.split(title!)).toHaveLength(2);
  });

  it('gives the picture of an actor one neighbour of each sort of tie before a second of any', async () => {
    const asked = await report(QUESTIONS.actor);
    const [show, shown] = [asked.answers.show!, asked.picture!.entities.map(({ id }) => id)];
    const firsts = show.relations.map(({ relations: [tie] }) =>
      tie!.from === show.entity.id ? tie!.to : tie!.from,
    );
    expect(shown[0]).toBe(show.entity.id);
    expect(new Set(shown.slice(1, 1 + new Set(firsts).size))).toEqual(new Set(firsts));
  });
});

describe('changes', () => {
  it('tells the most telling and says how many it leaves out; all on demand, and in CSV', async () => {
    const asked = await report(QUESTIONS.changes);
    const { compare } = asked.answers;
    const [model] = [...compare!.began, ...compare!.ended];
    const began = Array.from({ length: 40 }, (_, i) => ({
      ...model!,
      fromName: `Change ${i}`,
      certain: i % 2 === 1,
      confidence: i / 40,
    }));
    const answer = { ...asked, answers: { compare: { ...compare!, began, ended: [] } } };
    const { rows, caption } = mainTable(answer);
    expect(rows).toHaveLength(30);
    expect(JSON.stringify(rows[0])).toContain('Change 39 ');
    expect(rows.filter(([what]) => JSON.stringify(what) === '["began"]')).toHaveLength(20);
    expect(caption).toMatch(/10 rows are left out.* --from 2015 --to 2022 --top 0$/);
    for (const all of [
      { ...answer, parameters: { ...answer.parameters, top: 0 } },
      { ...answer, format: 'csv' as const },
    ]) {
      expect(mainTable(all).rows).toHaveLength(40);
      expect(mainTable(all).caption).not.toContain('left out');
    }
  });
});

describe('periods', () => {
  it('are words where people read, and as the data have them in CSV', async () => {
    const text = async (format: string) => renderReport(await report({ ...QUESTIONS.changes, format })).text;
    const raw = (await report(QUESTIONS.changes)).answers.compare!.began.flatMap(
      ({ period }) => period ?? [],
    );
    expect(raw.length).toBeGreaterThan(0);
    const [csv, html, markdown] = await Promise.all(['csv', 'html', 'md'].map(text));
    for (const period of raw) {
      expect(csv).toContain(`,${period},`);
      expect(html).toContain(`<td>${periodText(period)}</td>`);
      expect(markdown).toContain(`| ${periodText(period)} |`);
    }
  });
});

describe('the picture of a path', () => {
  it('draws its hops dark', async () => {
    const asked = await report(QUESTIONS.path);
    const { text } = renderReport(asked);
    const [, dark = ''] = /<g stroke="#1c2b4a"[^>]*>((?:<line [^>]*>)*)<\/g>/.exec(text)!;
    expect(dark.match(/<line/g)).toHaveLength(asked.answers.path!.paths[0]!.length);
  });
});

describe('Markdown', () => {
  it('leaves addresses as they are', async () => {
    const answer = await report({ ...QUESTIONS.sources, format: 'md' });
    const url = 'https://example.org/a_b~c?d=1&e=*#f';
    const cited = answer.cited.map((source) => ({ ...source, url, archivedUrl: `${url}_` }));
    const { text } = renderReport({ ...answer, cited });
    expect(text).toContain(`. <${url}>. archived: <${url}_>`);
  });

  it.each(['actor', 'centrality'] as const)('%s: has no heading over a picture alone', async (name) => {
    const { text } = renderReport(await report({ ...QUESTIONS[name], format: 'md' }));
    expect(text).not.toMatch(/^(## .*)\n\n## /m);
  });
});

describe('a chart', () => {
  it('is called by its caption', async () => {
    const { text } = renderReport(await report(QUESTIONS.actor));
    const named = text.match(/<svg role="img" aria-label="[^"]+"/g);
    expect(text.match(/<svg/g)).toHaveLength(named!.length);
    expect(text.match(/aria-label/g)).toHaveLength(named!.length);
  });
});

describe('figures', () => {
  it('are parted at thousands whether they are whole or not', () => {
    expect([1234, 1234.5, 999.99, 0.123456, 0].map(figure)).toEqual([
      '1,234',
      '1,235',
      '1,000',
      '0.1235',
      '0',
    ]);
  });

  it('of the table are those of the answer', async () => {
    const answer = await report(QUESTIONS.centrality);
    const { rows, columns } = mainTable(answer);
    const values = rows.map((row) => row[columns.findIndex(({ title }) => title === 'Betweenness')]);
    expect(values).toEqual(answer.answers.rank!.rows.map((row) => row.values['betweenness']));
  });

  it('stand whole in CSV and JSON, in four digits in HTML', async () => {
    const answer = await report({ ...QUESTIONS.centrality, measure: 'betweenness' });
    const [first] = answer.answers.rank!.rows;
    const value = first!.values['betweenness']!;
    expect(renderReport({ ...answer, format: 'csv' }).text).toContain(
      `${first!.name},Company,${first!.id},${value}`,
    );
    expect(JSON.parse(renderReport({ ...answer, format: 'json' }).text).answers).toEqual(answer.answers);
    expect(renderReport({ ...answer, format: 'html' }).text).toContain(
      `<td class="figures">${figure(value)}</td>`,
    );
  });
});

describe.each(REPORTS)('the report %s', (name) => {
  it('has a reference for each number it cites, in the order of citing', async () => {
    const document = composeReport(await report(QUESTIONS[name]));
    const cited = [...JSON.stringify(document.blocks).matchAll(/"cite":(\d+)/g)].map(([, number]) =>
      Number(number),
    );
    expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(
      document.references.map(({ number }) => number),
    );
    expect(document.references.length).toBeGreaterThan(0);
  });

  it('tells revision, parameters, licence and the command', async () => {
    const answer = await report(QUESTIONS[name]);
    const { text } = renderReport({ ...answer, format: 'html' });
    expect(text).toContain('small of the data');
    expect(text).toContain('CC0-1.0. tests');
    expect(text).toContain(`asterism report ${name}`);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('is the same each time, in every format', async () => {
    for (const format of ['html', 'md', 'csv', 'json']) {
      const [one, other] = [
        await report({ ...QUESTIONS[name], format }),
        await report({ ...QUESTIONS[name], format }),
      ];
      expect(renderReport(one)).toEqual(renderReport(other));
    }
  });
});

describe('what cannot be answered is refused', () => {
  it.each([
    [{ name: 'path', of: 'alpha' }, /two entities, from and to, not 1/],
    [{ name: 'actor' }, /one entity, not 0/],
    [{ name: 'actor', of: 'nobody' }, /no entity 'nobody'/],
    [{ name: 'changes', from: '2016' }, /to: is needed/],
    [{ name: 'sources', sensitivity: 20 }, /sensitivity: means nothing to the report sources/],
    [{ name: 'poster' }, /name/],
  ])('%j', async (parameters, message) => {
    await expect(report(parameters)).rejects.toThrow(message);
  });

  it('but no path is an answer, with what would find one', async () => {
    const { text } = renderReport(await report({ name: 'path', of: ['alpha', 'island'], format: 'md' }));
    expect(text).toContain('No path, among 7 entities');
  });
});

it('spells a command that a shell reads back', () => {
  expect(
    commandWords({
      name: 'actor',
      of: ["O'Neill & Söhne"],
      asOf: '2020',
      allTypes: true,
      certainOnly: false,
      type: ['part of', 'p, q'],
      avoid: ['Doe, Ann'],
    }),
  ).toBe(
    "asterism report actor 'O'\\''Neill & Söhne' --as-of 2020 --all-types --type 'part of' --type '\"p, q\"' --avoid 'Doe, Ann'",
  );
});

describe('the file of a report', () => {
  it.each([
    ['centrality', 'centrality-degree-betweenness.csv'],
    ['path', 'path-beta-delta.csv'],
    ['actor', 'actor-gamma.csv'],
    ['changes', 'changes-2015-2022.csv'],
    ['sources', 'sources.csv'],
  ] as const)('%s is named after what it is of', async (name, fileName) =>
    expect(renderReport(await report({ ...QUESTIONS[name], format: 'csv' })).fileName).toBe(fileName),
  );
});
