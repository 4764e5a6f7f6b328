/** The README is run: every command must succeed, and every line of output that it quotes must be printed. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/```console\n\$ asterism (.+)\n([\s\S]*?)```/g)].map(
  ([, command, output]) => ({
    command: command!,
    output: output!,
  }),
);

/** Words of a command line, double quotes kept together. */
const words = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

/** A revision changes with every byte of the data; the README need not. */
const withoutRevision = (text: string) => text.replaceAll(/\b[0-9a-f]{12}\b/g, 'REVISION');

describe('README', () => {
  it('shows at least three tasks', () => expect(blocks.length).toBeGreaterThanOrEqual(3));
  it.each(blocks)('asterism $command', ({ command, output }) => {
    const printed = execFileSync(process.execPath, ['dist/packed/main.js', ...words(command)], {
      encoding: 'utf8',
    });
    const quoted = output.trimEnd().replace(/\n…$/, '');
    expect(withoutRevision(printed)).toContain(withoutRevision(quoted));
  });
});
