import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { QuestionCommand } from '../../src/cli/command.js';
import { optionName, readParameters, spellOptions } from '../../src/cli/options.js';
import { type CommandName, commandNames, registry } from '../../src/cli/registry.js';
import { type QuestionId, questions } from '../../src/contract/questions.js';

const SCOPE =
  '--lens --collection --kind --type --status --min-confidence --as-of --certain-only --dated-only --known-by --all-types --without';
/** The options that the contract promises, question by question. */
const PROMISED: Record<CommandName, string> = {
  serve: '--data --port --host --open --public',
  check: '--data --json --audit',
  stats: `--data --json ${SCOPE}`,
  search: `--data --json ${SCOPE}`,
  show: `--data --json ${SCOPE}`,
  relation: '--data --json',
  source: '--data --json',
  sources: `--data --json ${SCOPE}`,
  neighbors: `--data --json --depth ${SCOPE}`,
  path: `--data --json --mode --k --max-length --via --avoid --direction ${SCOPE}`,
  connect: `--data --json --avoid ${SCOPE}`,
  cut: `--data --json --by --direction ${SCOPE}`,
  communities: `--data --json --algorithm ${SCOPE}`,
  leads: `--data --json --entity --method --between ${SCOPE}`,
  similar: `--data --json --top ${SCOPE}`,
  compare: `--data --json --from --to --measure ${SCOPE}`,
  without: `--data --json --source --entity --relation ${SCOPE}`,
  rank: `--data --json --measure --top --raw --direction --distance --strength --sensitivity ${SCOPE}`,
  ties: `--data --json --top --raw --direction --distance ${SCOPE}`,
  report: `--data --json --out --format --measure --sensitivity --since --from --to ${SCOPE}`,
  measures: '--data --json',
  export: `--data --out --around --depth ${SCOPE}`,
  layout: `--data --json --community --expand ${SCOPE}`,
  import: '--out --force --state --identities --updated --json',
};
const ARGUMENTS: Partial<Record<CommandName, string[]>> = {
  search: ['TEXT'],
  show: ['ENTITY'],
  relation: ['ID'],
  source: ['ID'],
  neighbors: ['ENTITY'],
  path: ['FROM', 'TO'],
  connect: ['ENTITY'],
  similar: ['ENTITY'],
  cut: ['FROM', 'TO'],
  report: ['NAME', 'ENTITY'],
  export: ['FORMAT'],
  import: ['FORMAT', 'INPUT'],
};

async function defined(name: CommandName) {
  const { default: record } = await registry[name].load();
  const command = new Command(name).exitOverride();
  record.define(command);
  return { record, command };
}

describe.each(commandNames)('%s', (name) => {
  it('has the options and arguments of the contract', async () => {
    const { command } = await defined(name);
    const flags = command.options.map((option) => option.long);
    for (const flag of PROMISED[name].split(' ')) expect(flags).toContain(flag);
    expect(command.registeredArguments.map((argument) => argument.name())).toEqual(ARGUMENTS[name] ?? []);
  });

  it('describes each option and shows examples of itself', async () => {
    const { record, command } = await defined(name);
    for (const option of command.options) expect(option.description, option.flags).not.toBe('');
    expect(record.examples.length).toBeGreaterThan(0);
    for (const example of record.examples) expect(example).toMatch(new RegExp(`^asterism ${name}( |$)`));
  });
});

it('every question but those of the page, and the audit of `check`, is a command with an option for each parameter', async () => {
  const apart = ['meta', 'graph', 'overview', 'audit'];
  const asked = Object.keys(questions).filter((id) => !apart.includes(id)) as QuestionId[];
  for (const id of asked) {
    const { record, command } = await defined(id as CommandName);
    const { question, optionNames } = record as unknown as QuestionCommand<QuestionId>;
    expect(question).toBe(id);
    const names = optionNames === undefined ? {} : { optionNames };
    const expected = Object.keys(questions[id].parameters.shape)
      .filter((parameter) => !questions[id].positional.includes(parameter as never))
      .map((parameter) => optionName(parameter, names));
    expect(command.options.map((option) => option.long)).toEqual(expect.arrayContaining(expected));
  }
});

describe('parameters', () => {
  async function parse(name: CommandName, ...words: string[]) {
    const { record, command } = await defined(name);
    command.action(() => {});
    await command.parseAsync(words, { from: 'user' });
    return readParameters(name as QuestionId, record as never, command.args, command.opts());
  }

  it('are read back under the names of the contract, only those that were given', async () => {
    expect(
      await parse(
        'rank',
        '--measure',
        'betweenness,pagerank',
        '--measure',
        'degree',
        '--min-confidence',
        '0.5',
        '--raw',
      ),
    ).toEqual({
      measures: ['betweenness,pagerank', 'degree'],
      minConfidence: '0.5',
      raw: true,
    });
    expect(await parse('path', 'A, Inc.', 'B', '--via', 'C, Inc.', '--via', 'D')).toEqual({
      from: 'A, Inc.',
      to: 'B',
      via: ['C, Inc.', 'D'],
    });
    expect(await parse('search', '0')).toEqual({ q: '0' });
  });

  it.each([
    ['rank', '--top', '1.5'],
    ['rank', '--top', '-1'],
    ['rank', '--min-confidence', '2'],
    ['rank', '--status', 'real'],
    ['path', 'a', 'b', '--mode', 'longest'],
    ['serve', '--port', '65536'],
    ['serve', '--port', 'http'],
  ] as const)('%s %s %s is refused', async (name, ...words) => {
    const { command } = await defined(name);
    command.configureOutput({ outputError: () => {} }).action(() => {});
    await expect(command.parseAsync(words, { from: 'user' })).rejects.toThrow(/invalid\. Give /);
  });

  it('are spelt as they would be typed', () => {
    expect(spellOptions({ maxLength: null, allTypes: true, direction: 'any' })).toBe(
      'without --max-length --all-types --direction any',
    );
  });
});
