import { describe, expect, it } from 'vitest';
import path from '../../src/cli/commands/path.js';
import rank from '../../src/cli/commands/rank.js';
import relation from '../../src/cli/commands/relation.js';
import search from '../../src/cli/commands/search.js';
import show from '../../src/cli/commands/show.js';
import { Page } from '../../src/cli/page.js';
import type { Evidence, RelationView } from '../../src/contract/answers.js';
import { type Answer, type QuestionId, questions } from '../../src/contract/questions.js';

const scope = {
  conduitsOnly: true,
  entities: 42,
  relations: 130,
  undated: 12,
  mayHold: 0,
  unjudged: 0,
  minConfidence: 0.5,
};
const envelope = { revision: 'r1', scope };
const evidence: Evidence = {
  source: 'china-trends',
  title: 'China Trends 22',
  locator: '¶14',
  says: 'runs a deep-space station in Patagonia',
  stance: 'supports',
  grade: 'B2',
};
const disputing: Evidence = {
  ...evidence,
  says: 'calls the station civilian',
  stance: 'disputes',
  grade: 'C3',
  asserter: 'argentina',
  asserterName: 'Argentina',
  retracted: '2024-05',
};

function relationOf(id: string, from: string, to: string, more: Partial<RelationView> = {}): RelationView {
  return {
    id,
    from,
    to,
    type: 'operates',
    status: 'actual',
    attributes: {},
    collection: 'article',
    label: 'operates',
    inverse: 'is operated by',
    symmetric: false,
    conduit: true,
    fromName: from.toUpperCase(),
    toName: to.toUpperCase(),
    confidence: 0.75,
    disputed: false,
    origins: { least: 1, most: 3 },
    claims: [evidence],
    ...more,
  };
}

/** What a command prints of an answer that the contract accepts. */
function printed<Q extends QuestionId>(
  command: { question: Q; print(answer: Answer<Q>, page: Page): void },
  answer: Answer<Q>,
  width = 100,
): string {
  expect(questions[command.question].answer.safeParse(answer).error).toBeUndefined();
  const page = new Page(width, false);
  command.print(answer, page);
  return page.toString();
}

const node = (id: string) => ({ id, name: id.toUpperCase(), kind: 'nation' });
const pathAnswer: Answer<'path'> = {
  ...envelope,
  from: node('a'),
  to: node('d'),
  mode: 'shortest',
  paths: [
    {
      length: 3,
      cost: 3,
      confidence: 0.4,
      weakest: 1,
      nodes: [node('a'), node('b'), node('c'), node('d')],
      steps: [
        {
          from: 'a',
          to: 'b',
          forward: true,
          confidence: 0.75,
          // The first relation points against the hop; the chain must show the one that points along it.
          relations: [
            relationOf('r0', 'b', 'a', { label: 'pays' }),
            relationOf('r1', 'a', 'b', { label: 'hosts' }),
          ],
        },
        {
          from: 'b',
          to: 'c',
          forward: false,
          confidence: 0.4,
          relations: [relationOf('r2', 'c', 'b', { claims: [evidence, disputing], disputed: true })],
        },
        {
          from: 'c',
          to: 'd',
          forward: true,
          confidence: null,
          relations: [
            relationOf('r3', 'd', 'c', { symmetric: true, label: 'allied with', confidence: null }),
          ],
        },
      ],
    },
  ],
  searched: { entities: 42, relations: 130, maxLength: 6 },
  hubs: [{ id: 'c', name: 'C', kind: 'nation', neighbors: 1200, reason: 'kind', detour: 4 }],
  relaxations: [],
};

describe('path', () => {
  const text = printed(path, pathAnswer);

  it('draws the chain with arrows the right way round', () => {
    expect(text).toContain('1. A — hosts +1 → B ← operates — C — allied with — D\n');
  });

  it('writes each relation of a hop in the direction of the path', () => {
    expect(text).toContain('1  A ← pays — B\n');
    expect(text).toContain('   A — hosts → B\n');
    expect(text).toContain('2  B ← operates — C\n');
    expect(text).toContain('3  C — allied with — D\n');
  });

  it('gives source, locator, grade and paraphrase of every claim, and names the weakest hop', () => {
    expect(text).toContain(
      'B2  runs a deep-space station in Patagonia\n          China Trends 22, ¶14 · china-trends\n',
    );
    expect(text).toContain('C3  disputed: calls the station civilian (according to Argentina)\n');
    expect(text).toContain('withdrawn 2024-05');
    expect(text).toContain('3 relations · confidence 0.40, the weakest hop being 2');
    expect(text).toContain('confidence cannot be judged');
    expect(text).toContain('1 to 3 origins');
  });

  it('says what it passes through that joins nearly everybody, and how to go round', () => {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'C is a hub (nation, 1,200 neighbours): a path through it says little. --avoid c finds one of 4 relations.',
    );
  });

  it('loses no word of the evidence on a narrow page', () => {
    const words = printed(path, pathAnswer, 40).split(/\s+/);
    for (const word of evidence.says.split(' ')) expect(words).toContain(word);
  });

  it('says in what it looked when there is none, and what would find one', () => {
    const nothing = printed(path, {
      ...pathAnswer,
      paths: [],
      relaxations: [
        { text: 'with rivalry and the like, 2 relations', parameters: { allTypes: true, maxLength: 8 } },
      ],
    });
    expect(nothing).toContain('No path of at most 6 relations, among 42 entities and 130 relations.');
    expect(nothing).toContain('--all-types --max-length 8  with rivalry and the like, 2 relations');
  });
});

describe('rank', () => {
  const answer: Answer<'rank'> = {
    ...envelope,
    measures: ['betweenness', 'degree'].map((id) => ({
      id,
      title: id,
      question: `Who by ${id}?`,
      projection: 'simple, loop-free, any direction',
      parameters: { raw: false },
      unit: 'share',
    })),
    total: 3,
    rows: [
      {
        id: 'cmc',
        name: '中央军委',
        kind: 'party-organ',
        values: { betweenness: 0.123456, degree: 12 },
        rank: { betweenness: 1, degree: 2 },
      },
      {
        id: 'a',
        name: 'Argentina',
        kind: 'nation',
        values: { betweenness: 0, degree: 3.5 },
        rank: { betweenness: 2, degree: 1 },
      },
    ],
  };
  const lines = printed(rank, answer).split('\n');

  it('is an aligned table: rank, values with four digits, places in the other measures', () => {
    expect(lines.slice(0, 3)).toEqual([
      '#  Name       Kind         Id   betweenness    degree',
      '1  中央军委   party-organ  cmc       0.1235  12   (2)',
      '2  Argentina  nation       a         0        3.5 (1)',
    ]);
  });

  it('states rows left out, each projection, and the scope', () => {
    const text = lines.join('\n');
    expect(text).toContain('2 of 3; --top 0 shows all');
    expect(text).toContain('betweenness: Who by betweenness?\n  simple, loop-free, any direction; share');
    expect(text).toContain(
      'Scope: conduits only (--all-types for all) · confidence at least 0.5 · 42 entities, 130 relations',
    );
    expect(text).toContain('12 undated · revision r1');
  });
});

it('show is a profile with names, claims and relations by type', () => {
  const text = printed(show, {
    ...envelope,
    kindLabel: 'military unit',
    entity: {
      id: 'asf',
      kind: 'military-unit',
      name: 'PLA Aerospace Force',
      names: { zh: '军事航天部队' },
      aliases: ['ASF'],
      formerNames: [{ name: 'SSD', period: '2016/2024-04' }],
      formerIds: [],
      period: '2024-04/..',
      status: 'actual',
      place: { name: 'Beijing', lat: 0, lon: 116.4, precision: 'city' },
      identifiers: { wikidata: 'Q1', code: [{ value: '32', period: '2024' }] },
      attributes: { staff: 0 },
      collection: 'article',
    },
    claims: [evidence],
    relations: [
      {
        type: 'operates',
        label: 'is operated by',
        direction: 'in',
        relations: [relationOf('r', 'b', 'asf')],
      },
    ],
  });
  expect(text).toContain('PLA Aerospace Force\nmilitary unit · since April 2024 · asf · article\n');
  for (const part of [
    '军事航天部队 (zh)',
    'SSD (2016 to April 2024)',
    'Beijing (0, 116.4, exact to: city)',
    'wikidata Q1, code 32 (in 2024)',
    'staff        0',
  ])
    expect(text).toContain(part);
  expect(text).toContain('← is operated by (1)\n  B\n    undated · confidence 0.75');
});

it('relation sets claims for beside claims against', () => {
  const text = printed(relation, {
    ...envelope,
    relation: relationOf('r1', 'a', 'b', { disputed: true, claims: [disputing, evidence] }),
  });
  expect(text).toContain('A — operates → B\n');
  expect(text.indexOf('In support')).toBeLessThan(text.indexOf('runs a deep-space'));
  expect(text.indexOf('runs a deep-space')).toBeLessThan(text.indexOf('Against'));
  expect(text.indexOf('Against')).toBeLessThan(text.indexOf('calls the station civilian'));
});

it('search says so when nothing fits, and why something did', () => {
  expect(printed(search, { ...envelope, query: 'zzz', hits: [] })).toContain(
    "Nothing bears a name like 'zzz'.",
  );
  const text = printed(search, {
    ...envelope,
    query: 'asf',
    hits: [{ ...node('a'), matched: 'ASF', score: 1 }],
  });
  expect(text).toMatch(/A {5}nation {2}a {3}ASF\n/);
});
