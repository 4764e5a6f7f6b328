/** A data folder made for one test, and faults expected where a mark stands in its text. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkFolder } from '../../src/data/read-folder.js';

/** Stands in front of the value at which a fault is expected. */
const MARK = '▶';

export type Texts = Record<string, string | Uint8Array>;

export const ontology = `title: Test
defaultLens: all
kinds:
  - { id: actor, label: Actor, wikidata: none, ftm: none }
  - { id: company, label: Company, parent: actor, wikidata: none, ftm: none }
  - { id: place, label: Place, wikidata: none, ftm: none }
families:
  - { id: ties, label: Ties }
types:
  - id: owns
    label: owns
    inverse: is owned by
    family: ties
    domain: [actor]
    range: [company]
    conduit: true
    wikidata: none
    ftm: none
    attributes:
      stake: { type: number }
      since: { type: date }
      role: { type: text }
      listed: { type: boolean }
  - { id: rivals, label: rivals, inverse: rivals, family: ties, domain: [actor], range: [actor], symmetric: true, conduit: false, wikidata: none, ftm: none }
  - { id: lies-in, label: lies in, inverse: holds, family: ties, domain: [actor], range: [place], conduit: false, wikidata: none, ftm: none }
lenses:
  - { id: all, label: All, description: Everything, scope: {} }
grading:
  note: Test
  confidence:
    A: [1, 0.9, 0.7, 0.5, 0.2, null]
    B: [0.9, 0.8, 0.6, 0.4, 0.1, null]
    C: [0.7, 0.6, 0.5, 0.3, 0.1, null]
    D: [0.5, 0.4, 0.3, 0.2, 0.1, null]
    E: [0.2, 0.2, 0.1, 0.1, 0, null]
    F: [null, null, null, null, null, null]
  reliability: { A: a, B: b, C: c, D: d, E: e, F: f }
  credibility: { '1': a, '2': b, '3': c, '4': d, '5': e, '6': f }
`;

export const base: Texts = {
  'ontology.yaml': ontology,
  'one/collection.yaml': 'title: One\nlicence: CC0-1.0\nmaintainer: Us\n',
  'one/base.yaml': `sources:
  - { id: gazette, title: The Gazette, reliability: B }
entities:
  - { id: acme, kind: company, name: Acme }
  - { id: boss, kind: actor, name: The boss }
  - { id: town, kind: place, name: The town }
`,
};

/** Runs `use` on a folder with these files, and removes it. */
export async function withFolder<T>(texts: Texts, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'asterism-data-'));
  try {
    for (const [path, text] of Object.entries(texts)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), typeof text === 'string' ? text.replaceAll(MARK, '') : text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Faults of a folder as `file:line:column message`. */
export async function faultsOf(texts: Texts): Promise<string[]> {
  const { faults } = await withFolder(texts, checkFolder);
  return faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

/** Where the marks stand, in the order of files and lines: `file:line:column`. */
export function marksIn(texts: Texts): string[] {
  return Object.entries(texts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) =>
      typeof text !== 'string'
        ? []
        : text.split('\n').flatMap((line, i) =>
            line
              .split(MARK)
              .slice(0, -1)
              .map((_, j, parts) => `${path}:${i + 1}:${parts.slice(0, j + 1).join('').length + 1}`),
          ),
    );
}
