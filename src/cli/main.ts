/** The `asterism` command: reads the command line, runs one command, ends with the contract's exit code. */
import { Command } from 'commander';
import { AppError, EXIT_CODE } from '../contract/errors.js';
import { VERSION } from '../version.js';
import { isCommanderError, reportFailure } from './failure.js';
import { type CommandName, commandNames, registry } from './registry.js';

const words = process.argv.slice(2);
const HELP: ReadonlySet<string> = new Set(['help', '-h', '--help']);
const isCommand = (word: string): word is CommandName => Object.hasOwn(registry, word);

// A reader that has seen enough (`| head`) closes the pipe: nothing is left to do, and nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  fail(new AppError('usage', `Nothing can be written to standard output: ${error.message}.`));
  process.exit();
});

try {
  const program = await describeProgram();
  if (words.length === 0) {
    process.stderr.write(program.helpInformation());
    process.exitCode = EXIT_CODE.usage;
  } else {
    // Help on what is no command is answered as the command would be: with the nearest one.
    const [first = '', second = ''] = words;
    const isOurs =
      HELP.has(first) || program.options.some(({ short, long }) => [short, long].includes(first));
    if (first.startsWith('-') && !isOurs && words.some(isCommand))
      throw new AppError('usage', `'${first}' stands before the command; options come after it.`);
    const isOfNothing = first === 'help' && second !== '' && !isCommand(second);
    await program.parseAsync(isOfNothing ? words.slice(1) : words, { from: 'user' });
  }
} catch (thrown) {
  // Help and version arrive as errors of exit code 0, printed already.
  if (!(isCommanderError(thrown) && thrown.exitCode === 0)) {
    fail(thrown);
  }
}

function fail(thrown: unknown): void {
  process.exitCode = reportFailure(thrown, words.includes('--json'), (text) => process.stderr.write(text));
}

/** All commands by name; only the one asked for with its options, because those need the whole contract. */
async function describeProgram(): Promise<Command> {
  const program = new Command('asterism')
    .description('Asterism: a knowledge graph with sourced relationship analysis')
    .version(VERSION, '-V, --version', 'Print the version')
    .helpOption('-h, --help', 'Print help')
    .helpCommand('help [command]', 'Print help for a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText('after', '\nasterism COMMAND --help explains a command, with examples.');
  const asked = words.find(isCommand);
  const wantsHelp = words.some((word) => HELP.has(word));
  if (asked !== undefined && !wantsHelp && !('apart' in registry[asked]))
    (await import('./run-apart.js')).prepare();
  for (const name of commandNames) {
    const { summary, load } = registry[name];
    const command = program.command(name).description(summary).helpOption('-h, --help', 'Print help');
    if (name !== asked) continue;
    const { default: record } = await load();
    record.define(command);
    command.addHelpText('after', `\nExamples:\n${record.examples.map((line) => `  ${line}\n`).join('')}`);
  }
  return program;
}
