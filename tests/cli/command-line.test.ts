import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandNames, registry } from '../../src/cli/registry.js';
import { checkAnswerSchema } from '../../src/contract/answers.js';
import { type QuestionId, questions } from '../../src/contract/questions.js';
import { buildWhereMissing, outcomeOf, root, run, start, untilItCatchesSigint } from './run-asterism.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'asterism-cli-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const graphml = (edgedefault: string, body: string) =>
  `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="n" for="node" attr.name="label" attr.type="string"/><graph edgedefault="${edgedefault}">${body}</graph></graphml>`;
const nodeOf = (id: string, label: string) => `<node id="${id}"><data key="n">${label}</data></node>`;
const edgeOf = (from: string, to: string) => `<edge source="${from}" target="${to}"/>`;

/** Ada → Ben → Cem, a twin name, an island; and a name that would paint the terminal if it could. */
const tiny = file(
  'tiny.graphml',
  graphml(
    'directed',
    nodeOf('a', 'Ada') +
      nodeOf('b', 'Ben') +
      nodeOf('c', 'Cem') +
      nodeOf('t1', 'Twin') +
      nodeOf('t2', 'Twin') +
      nodeOf('w', '军事\u202e航天') +
      edgeOf('a', 'b') +
      edgeOf('b', 'c') +
      edgeOf('t1', 't2'),
  ),
);

beforeAll(buildWhereMissing);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The JSON on standard output; nothing may stand beside it, nor on standard error. */
async function ask(...words: string[]): Promise<unknown> {
  const outcome = await run(...words, '--json');
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(outcome.stdout);
}

async function refused(code: number, ...words: string[]) {
  const outcome = await run(...words);
  expect(outcome).toMatchObject({ code, stdout: '' });
  return outcome.stderr;
}

describe('--json', () => {
  const questionsAsked: [QuestionId, ...string[]][] = [
    ['stats'],
    ['search', 'ad'],
    ['show', 'Ada'],
    ['neighbors', 'a', '--depth', '2'],
    ['path', 'Ada', 'Cem', '--mode', 'k-shortest'],
    ['rank', '--measure', 'degree,betweenness', '--top', '2'],
    ['sources'],
    ['measures'],
  ];
  it.each(questionsAsked)(
    '%s answers in the shape of the contract, and nothing else is printed',
    async (...words) => {
      const answer = await ask(...words, '--data', tiny);
      expect(questions[words[0]].answer.safeParse(answer).error).toBeUndefined();
    },
  );

  it('layout answers with the graph in columns, its positions the same each time', async () => {
    const [first, second] = [await ask('layout', '--data', tiny), await ask('layout', '--data', tiny)];
    const { entities } = questions.graph.answer.parse(first);
    expect(entities.x).toHaveLength(entities.id.length);
    expect(second).toEqual(first);
    const { stdout } = await run('layout', '--data', tiny);
    for (const id of entities.id) expect(stdout).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('relation and source answer for the ids that other answers give', async () => {
    const path = questions.path.answer.parse(await ask('path', 'a', 'c', '--data', tiny));
    const [relation] = path.paths[0]!.steps[0]!.relations;
    expect(
      questions.relation.answer.parse(await ask('relation', relation!.id, '--data', tiny)).relation.from,
    ).toBe('a');
    const source = relation!.claims[0]!.source;
    expect(questions.source.answer.parse(await ask('source', source, '--data', tiny)).source.id).toBe(source);
  });

  it('errors are problem documents on standard error', async () => {
    const problem = JSON.parse(await refused(3, 'show', 'Adda', '--data', tiny, '--json'));
    expect(problem).toMatchObject({
      code: 'unknown-entity',
      status: 404,
      nearest: [{ id: 'a', name: 'Ada' }],
    });
    expect(JSON.parse(await refused(2, 'rank', '--top', 'many', '--json'))).toMatchObject({
      code: 'invalid-parameter',
    });
    expect(JSON.parse(await refused(2, 'rank', '--mesure', 'x', '--json'))).toMatchObject({
      code: 'unknown-parameter',
    });
  });
});

describe('rank equals NetworkX within 1e-9', () => {
  const files = join(root, 'tests/golden/graph-files');
  const { betweenness } = JSON.parse(readFileSync(join(files, 'golden.json'), 'utf8')) as {
    betweenness: Record<string, Record<string, number>>;
  };
  it.each(Object.entries(betweenness))('%s', async (name, golden) => {
    const words = [
      'rank',
      '--data',
      join(files, `${name}.graphml`),
      '--measure',
      'betweenness',
      '--top',
      '0',
    ];
    // Not `ask`: NetworkX repeats edge ids in a multigraph, and the warning of it is right.
    const { stdout } = await run(...words, '--json');
    const answer = questions.rank.answer.parse(JSON.parse(stdout));
    expect(answer.rows.map(({ id }) => id).sort()).toEqual(Object.keys(golden).sort());
    for (const { id, values } of answer.rows) {
      expect(Math.abs(values['betweenness']! - golden[id]!), id).toBeLessThanOrEqual(1e-9);
    }
    expect(Math.max(...Object.values(golden))).toBeGreaterThan(0);
  });
});

describe('people read', () => {
  it('a path with its arrows, no colour and no control character where there is no terminal', async () => {
    const { code, stdout, stderr } = await run('path', 'Ada', 'Cem', '--data', tiny);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/1\. Ada — .* → Ben — .* → Cem\n/);
    expect(stdout).not.toContain('\u001b');
    const back = await run('path', 'Cem', 'Ada', '--data', tiny);
    expect(back.stdout).toMatch(/1\. Cem ← .* — Ben ← .* — Ada\n/);
    expect((await run('rank', '--data', tiny)).stdout).toContain('军事\ufffd航天');
  });

  it('that there is no path, which is an answer', async () => {
    const { code, stdout } = await run('path', 'Ada', 't1', '--data', tiny);
    expect(code).toBe(0);
    expect(stdout).toContain('No path');
    expect(questions.path.answer.parse(await ask('path', 'Ada', 't1', '--data', tiny)).paths).toEqual([]);
  });

  it('help', async () => {
    for (const name of ['path', 'serve', 'report']) {
      const { code, stdout, stderr } = await run(name, '--help');
      expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' });
      const [text, examples] = stdout.split('\nExamples:\n');
      expect(examples).toMatch(/^ {2}asterism /);
      for (const line of text!.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    }
    expect((await run('--help')).stdout).toContain('How one entity reaches another');
    expect((await run('import', '--help')).stdout).toContain('apoc.export.json');
    expect((await run('export', '--help')).stdout).toContain('apoc.import.json');
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('what is wrong is said on standard error', () => {
  it('unknown entity: exit 3 with the nearest names', async () => {
    expect(await refused(3, 'show', 'Adda', '--data', tiny)).toContain('Ada (a)');
  });

  it('ambiguous name: exit 3 with the candidates', async () => {
    const stderr = await refused(3, 'show', 'Twin', '--data', tiny);
    expect(stderr).toContain('t1');
    expect(stderr).toContain('t2');
  });

  it.each([
    [['pth', 'a', 'b'], 'path'],
    [['help', 'serach'], 'search'],
    [['search', 'x', '--limit', '3'], "'--limit'"],
    [['rank', '--mesure', 'x'], '--measure'],
    [['rank', '--top', 'many'], 'whole number'],
    [['path', 'a'], 'TO'],
    [['search', 'two', 'words'], 'quotes'],
    [['stats', '--data', '/nowhere/at/all'], '/nowhere/at/all'],
    ...(existsSync('/proc/self/mem') ? [[['stats', '--data', '/proc/self/mem'], 'cannot be read']] : []),
    [['rank', '--data', tiny, '--measure', 'betwenness'], 'betweenness'],
    [['stats', '--data', tiny, '--as-of', 'yesterday'], '--as-of'],
    [['search', ''], 'TEXT: must not be empty'],
    [['report', 'everything'], 'NAME: expected one of centrality, path'],
    [['report', 'changes', '--data', tiny], '--from: is needed'],
    [['report', 'sources', '--out', 'x.pdf'], '.html'],
    [
      ['report', 'sources', '--data', tiny, '--out', folder, '--format', 'md'],
      'cannot be written to (EISDIR)',
    ],
    [
      ['export', 'gexf', '--data', '/nowhere/too', '--out', '/nowhere/at/all.gexf'],
      'all.gexf cannot be written',
    ],
    [['export', 'gexf', '--data', tiny, '--depth', '2'], '--depth: goes with --around'],
    [['path', 'Ada', 'a', '--data', tiny], 'TO: is the same entity as FROM'],
    [['without', '--data', tiny], '--source, --entity or --relation'],
    [['report', 'sources', '--k', '3', '--data', tiny], '--k: means nothing'],
    [['report', 'path', 'Ada', 'a', '--data', tiny], 'ENTITY: both ends are a'],
    [['--data', tiny, 'stats'], "'--data' stands before the command"],
    [['export', 'gexf', '--data', tiny, '--around', 'a', '--without', 'a'], 'lies outside the scope'],
    [
      ['export', 'gexf', '--data', tiny, '--around', 'a', '--depth', '9'],
      '--depth: must be at most 5, not 9',
    ],
    [[], 'Commands:'],
  ] as [string[], string][])('usage: %j exits 2 and names %s', async (words, remedy) => {
    expect(await refused(2, ...words)).toContain(remedy);
  });
});

it('the command in a report names the data that was named, and no path of this machine else', async () => {
  const command = async (...words: string[]) => {
    const { stdout } = await run('report', 'sources', '--format', 'md', ...words);
    return /^asterism report .*$/m.exec(stdout)?.[0];
  };
  expect(await command('--data', tiny)).toBe(`asterism report sources --format md --data ${tiny}`);
  expect(await command('--top', '1')).toBe('asterism report sources --format md --top 1');
});

describe('check', () => {
  const place = /^\S+\.(yaml|graphml|csv):\d+:\d+ \S/;

  it('counts sound data', async () => {
    expect(checkAnswerSchema.parse(await ask('check', '--data', tiny))).toEqual({
      faults: [],
      entities: 6,
      relations: 3,
      sources: 1,
    });
  });

  it('audits sound data, in words and as JSON', async () => {
    const { audit } = checkAnswerSchema.parse(await ask('check', '--audit', '--data', tiny));
    expect(audit?.all).toMatchObject({
      entities: 6,
      relations: 3,
      oneSource: 3,
      orphans: 1,
      largestComponent: 3,
    });
    const dated = file('dated.csv', 'from,to,year\na,b,2020\n');
    const { stdout, stderr } = await run('check', '--audit', '--data', dated);
    expect(stdout).toMatch(/in the largest component +2 \(100 %\)/);
    expect(stderr.match(/warning: year is read as dates/g)).toHaveLength(1);
  });

  it('lists every fault of a file with its place, exit 1', async () => {
    const broken = file('broken.graphml', '<graphml><graph>\n<node id="a"></graph>\n');
    const { code, stdout } = await run('check', '--data', broken);
    expect(code).toBe(1);
    expect(stdout.split('\n')[0]).toMatch(place);
    const json = await run('check', '--data', broken, '--json');
    expect(json).toMatchObject({ code: 1, stderr: '' });
    expect(checkAnswerSchema.parse(JSON.parse(json.stdout)).faults.length).toBeGreaterThan(0);
  });

  it('lists every fault of a folder; no question is answered from it', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(join(broken, 'one'), { recursive: true });
    writeFileSync(join(broken, 'ontology.yaml'), readFileSync(join(root, 'graph-data/ontology.yaml')));
    writeFileSync(
      join(broken, 'one/collection.yaml'),
      'id: one\ntitle: One\nlicence: CC0-1.0\nmaintainer: nobody\n',
    );
    writeFileSync(
      join(broken, 'one/entities.yaml'),
      'entities:\n- { id: x, kind: no-such-kind, name: X }\n- { id: y, kind: nation, name: Y, period: 2020-13 }\n',
    );
    const { code, stdout } = await run('check', '--data', broken);
    expect(code).toBe(1);
    const faults = stdout.split('\n').filter((line) => place.test(line));
    expect(faults.some((line) => line.includes('entities.yaml:2:') && line.includes('no-such-kind'))).toBe(
      true,
    );
    expect(faults.some((line) => line.includes('entities.yaml:3:'))).toBe(true);
    expect(stdout).toContain(`${faults.length} faults`);
    const stderr = await refused(1, 'stats', '--data', broken);
    expect(stderr.split('\n').filter((line) => place.test(line))).toEqual(faults);
    expect(JSON.parse(await refused(1, 'stats', '--data', broken, '--json'))).toMatchObject({
      code: 'data-faulty',
    });
  });
});

describe('in a shell', () => {
  /** Long enough at work that it must be interrupted, and more output than a pipe holds. */
  const large = (size = 20_000) => {
    const ids = Array.from({ length: size }, (_, i) => i);
    const edges = ids.flatMap((i) => [1, 7, 61, 997].map((step) => edgeOf(`n${i}`, `n${(i + step) % size}`)));
    return file(
      'large.graphml',
      graphml('undirected', ids.map((i) => `<node id="n${i}"/>`).join('') + edges.join('')),
    );
  };

  it('Ctrl+C ends a question at once with exit 4', async () => {
    const child = start('rank', '--data', large(), '--measure', 'betweenness');
    const ended = outcomeOf(child);
    await untilItCatchesSigint(child);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const before = performance.now();
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 4, stdout: '', stderr: 'asterism: Cancelled.\n' });
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('Ctrl+C ends an export with exit 4 too', async () => {
    const child = start('export', 'gexf', '--data', large(100_000));
    const ended = outcomeOf(child);
    await untilItCatchesSigint(child);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 4, stdout: '', stderr: 'asterism: Cancelled.\n' });
  });

  it.skipIf(process.platform !== 'linux')('standard output that takes nothing is told in words', () => {
    const line = `"${process.execPath}" dist/packed/main.js measures --data "${tiny}" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^asterism: Nothing can be written to standard output: .*\n$/),
    });
  });

  it.skipIf(process.platform === 'win32')('a reader that closes the pipe is no error', () => {
    const line = `"${process.execPath}" dist/packed/main.js rank --data "${large()}" --measure degree --top 0 --json | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });
});

describe('serve', () => {
  const firstLine = (child: ReturnType<typeof start>) =>
    new Promise<string>((resolve, reject) => {
      child.stdout!.setEncoding('utf8').once('data', resolve);
      child.once('exit', () => reject(new Error('It ended before it was ready.')));
    });

  it('prints its address when ready, tells a second one that the port is taken, stops when asked', async () => {
    const server = start('serve', '--data', tiny, '--port', '0');
    const ended = outcomeOf(server);
    try {
      const address = (await firstLine(server)).trim();
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const response = await fetch(`${address}/api/v1/search?q=Ada`);
      expect(response.status).toBe(200);
      expect(questions.search.answer.parse(await response.json()).hits[0]!.id).toBe('a');
      const stderr = await refused(2, 'serve', '--data', tiny, '--port', new URL(address).port);
      expect(stderr).toMatch(/^asterism: Port \d+ .*--port \d+\.\n$/);
    } finally {
      server.kill('SIGINT');
    }
    expect((await ended).code).toBe(0);
  });
});

describe('the bundled graph', { timeout: 300_000 }, () => {
  const examples = commandNames
    .filter((name) => name !== 'serve')
    .map(async (name) => (await registry[name].load()).default.examples);

  it('answers every example of the help that asks it', async () => {
    const lines = (await Promise.all(examples)).flat().filter((line) => !/ --(data|out) /.test(line));
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) {
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)]
        .map(([, quoted, bare]) => quoted ?? bare!)
        .slice(1);
      const { code, stdout, stderr } = await run(...words);
      expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: '' });
      expect(stdout).not.toBe('');
    }
  });

  it('is found by Chinese name, and has a path with evidence on each hop', async () => {
    const found = questions.search.answer.parse(await ask('search', '军事航天部队'));
    expect(found.hits[0]!.id).toBe('pla-aerospace-force');
    const { paths } = questions.path.answer.parse(await ask('path', 'Argentina', 'PLA Aerospace Force'));
    expect(paths.length).toBeGreaterThan(0);
    for (const step of paths[0]!.steps) {
      for (const relation of step.relations) expect(relation.claims.length).toBeGreaterThan(0);
    }
  });
});
