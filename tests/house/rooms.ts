/** The rooms of the house: the table of who may import whom, and the imports that files make. */
import { posix } from 'node:path';

/** What a room may import: rooms (`model`) or single modules (`model/period`); and what single files may besides. */
interface Rule {
  allowed: ReadonlySet<string>;
  exceptions: ReadonlyMap<string, ReadonlySet<string>>;
}
export type Rooms = ReadonlyMap<string, Rule>;

const EXCEPTION = /\(([^()]*?)\s+also\s+([^()]*)\)/g;

/**
 * Reads the Markdown table headed `| room | may import |`; further columns do not matter. The second names rooms and modules among any other words, says
 * `every room above`, or excepts a file in brackets: `(cli/commands/serve.ts also server)`.
 */
export function parseRooms(markdown: string): Rooms {
  const lines = markdown.replaceAll('`', '').split('\n');
  const head = lines.findIndex((line) => /^\s*\|\s*room\s*\|\s*may import\s*\|/i.test(line));
  if (head < 0) throw new Error('README.md has no table that begins “| room | may import |”');
  const rows: { names: string[]; words: string }[] = [];
  for (const line of lines.slice(head + 2)) {
    const cells = /^\s*\|([^|]*)\|([^|]*)\|/.exec(line);
    if (cells === null) break;
    const names = cells[1]!.split(',').map((name) => name.trim().replace(/\.ts$/, ''));
    rows.push({ names, words: cells[2]! });
  }
  const all = new Set(rows.flatMap(({ names }) => names));
  const rooms = new Map<string, Rule>();
  for (const { names, words } of rows) {
    const above = [...rooms.keys()];
    const exceptions = new Map(
      [...words.matchAll(EXCEPTION)].map((match) => [match[1]!.trim(), roomsIn(match[2]!, all)]),
    );
    const plain = words.replaceAll(EXCEPTION, '');
    const allowed = /every room above/i.test(plain) ? new Set(above) : roomsIn(plain, all);
    for (const name of names) rooms.set(name, { allowed, exceptions });
  }
  return rooms;
}

function roomsIn(words: string, all: ReadonlySet<string>): Set<string> {
  const names = [...words.matchAll(/[a-z][a-z0-9-]*(\/[a-z0-9-]+)*/gi)].map((match) => match[0]);
  return new Set(names.filter((name) => all.has(name.split('/')[0]!)));
}

/** The room of a file: `src/graph/a.ts` → `graph`, `src/workspace.ts` → `workspace`, `web/src/a.tsx` → `web`. */
export function roomOf(file: string): string | undefined {
  if (file.startsWith('web/')) return 'web';
  return /^src\/([^/]+?)(\.ts)?(\/|$)/.exec(file)?.[1];
}

/** Whether `file` may import `target`, both as paths from the root of the repository. */
export function mayImport(rooms: Rooms, file: string, target: string): boolean {
  const [from, to] = [roomOf(file), roomOf(target)];
  // Not between rooms: built files, package.json; tests are for no room to import.
  if (to === undefined) return !target.startsWith('tests/');
  if (from === undefined) return false;
  if (from === to) return true;
  const rule = rooms.get(from);
  if (rule === undefined) return false;
  const module = target.replace(/^src\//, '').replace(/\.tsx?$/, '');
  const excepted = rule.exceptions.get(file.replace(/^src\//, ''));
  return [to, module].some((name) => rule.allowed.has(name) || (excepted?.has(name) ?? false));
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew\s+URL\(\s*)(['"])(\.{1,2}\/[^'"]+)\1/g;

/** Relative imports of a module in order, type-only, dynamic and worker ones included; `.js` is read as the source it stands for. */
export function importsIn(file: string, text: string): { line: number; target: string }[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    target: posix.join(posix.dirname(file), match[2]!).replace(/\.js$/, '.ts'),
  }));
}
