import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsIn, mayImport, parseRooms, roomOf } from './rooms.js';

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const modules = [...filesIn('src'), ...filesIn('web/src')].filter((file) => /\.(ts|tsx|mts)$/.test(file));
const sources = [...modules, ...filesIn('tests')].filter((file) => /\.(ts|tsx|js|css|py)$/.test(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the house', () => {
  it('imports from room to room only as the table in the README allows', () => {
    const rooms = parseRooms(read('README.md'));
    const faults = modules.flatMap((file) =>
      importsIn(file, read(file))
        .filter(({ target }) => !mayImport(rooms, file, target))
        .map(({ line, target }) => `${file}:${line} may not import ${target}`),
    );
    expect(faults).toEqual([]);
  });

  it('has every room in the table', () => {
    const rooms = parseRooms(read('README.md'));
    const found = new Set(modules.map(roomOf).filter((room) => room !== undefined));
    expect([...found].filter((room) => !rooms.has(room))).toEqual([]);
    expect(modules.length).toBeGreaterThan(20);
  });

  it('names files in kebab-case', () => {
    const pattern = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|module|d|config))*\.[a-z]+$/;
    expect(sources.filter((file) => !pattern.test(basename(file)))).toEqual([]);
  });

  it('splits files at 400 lines', () => {
    const long = sources
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
      .map(({ file, lines }) => `${file}: ${lines} lines`);
    expect(long).toEqual([]);
  });
});

describe('the import rule itself', () => {
  const rooms = parseRooms(`
Some words.

| room | may import | does |
|---|---|---|
| contract, kernels | nothing of ours |
| \`model\` | contract |
| data | model, contract | reads cli and web |
| workspace.ts | every room above |
| server, cli | workspace, contract, model (\`cli/commands/serve.ts\` also server) |
| web | contract; model/period and model/grading, which depend on nothing |

| other | table |
|---|---|
| server | data |
`);

  it.each([
    ['src/model/a.ts', 'src/contract/b.ts', true],
    ['src/model/a.ts', 'src/model/deep/b.ts', true],
    ['src/contract/a.ts', 'src/model/b.ts', false],
    ['src/kernels/a.ts', 'src/contract/b.ts', false],
    ['src/data/a.ts', 'src/model/b.ts', true],
    ['src/workspace.ts', 'src/data/b.ts', true],
    ['src/workspace.ts', 'src/kernels/b.ts', true],
    ['src/workspace.ts', 'src/server/b.ts', false],
    ['src/data/a.ts', 'src/workspace.ts', false],
    ['src/server/a.ts', 'src/workspace.ts', true],
    ['src/server/a.ts', 'src/data/b.ts', false],
    ['src/server/a.ts', 'src/cli/b.ts', false],
    ['src/cli/commands/serve.ts', 'src/server/serve.ts', true],
    ['src/cli/commands/path.ts', 'src/server/serve.ts', false],
    ['web/src/a.tsx', 'src/contract/b.ts', true],
    ['web/src/a.tsx', 'web/src/panels/b.tsx', true],
    ['web/src/a.tsx', 'src/model/period.ts', true],
    ['web/src/a.tsx', 'src/model/ontology.ts', false],
    ['src/cli/a.ts', 'web/src/a.ts', false],
    ['src/server/a.ts', 'dist/web/', true],
    ['src/server/a.ts', 'tests/server/fake.ts', false],
    ['src/unheard/a.ts', 'src/contract/b.ts', false],
  ])('%s → %s: %s', (file, target, isAllowed) => {
    expect(mayImport(rooms, file, target)).toBe(isAllowed);
  });

  it('sees every form of import, type-only ones too, with its line', () => {
    const text = `import a from './a.js';
import type { B } from '../model/b.js';
import '../style.css';
export { c } from '../graph/c.js';
import {
  d,
} from "../data/d.js";
const e = await import('../cli/e.js');
let f: import('../report/f.js').F;
new Worker(new URL('../tasks/g.js', import.meta.url));
import h from 'package';
import './i.module.css';
`;
    expect(importsIn('src/analysis/x.ts', text).map(({ line, target }) => `${line} ${target}`)).toEqual([
      '1 src/analysis/a.ts',
      '2 src/model/b.ts',
      '3 src/style.css',
      '4 src/graph/c.ts',
      '7 src/data/d.ts',
      '8 src/cli/e.ts',
      '9 src/report/f.ts',
      '10 src/tasks/g.ts',
      '12 src/analysis/i.module.css',
    ]);
  });

  it('says so when there is no table', () => {
    expect(() => parseRooms('# Asterism')).toThrow('“| room | may import |”');
  });
});
