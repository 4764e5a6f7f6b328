/** `import`: turns a file of another format, or the tables of the General Catalog, into a data folder. */
import { InvalidArgumentError } from 'commander';
import { GRAPH_FORMATS } from '../../contract/formats.js';
import type { ImportReport } from '../../import-data.js';
import type { Command } from '../command.js';
import { addFormatsHelp } from '../formats-help.js';
import type { Page } from '../page.js';
import { runOnTerminal, showAnswer } from '../terminal.js';
import { counted } from '../words.js';

interface ImportCommandOptions {
  out: string;
  force?: boolean;
  state?: string;
  identities?: string;
  updated?: Record<string, string>;
  json?: boolean;
}

const command: Command = {
  examples: [
    'asterism import graphml network.graphml --out my-graph',
    'asterism import gcat gcat --out world',
    'asterism import gcat gcat --state CN --identities graph-data/catalogue-identities.csv --out graph-data/catalogue --force',
  ],
  define(commander) {
    commander
      .argument('<FORMAT>', ['gcat', ...Object.keys(GRAPH_FORMATS)].join(', '))
      .argument('<INPUT>', 'File to read; for gcat the folder of its tables')
      .requiredOption(
        '--out <folder>',
        'Folder to write; for gcat also one within a data folder, as a collection of it',
      )
      .option('--force', 'Replace the folder if it is there')
      .option(
        '--state <code>',
        'gcat: organisations and payloads of a state, and foreign payloads on its vehicles',
      )
      .option(
        '--identities <file>',
        'gcat: CSV of codes that stand for entities of the graph, with the reasons',
      )
      .option(
        '--updated <table=date>',
        'gcat: date of a table that does not tell its own; may be repeated',
        readUpdated,
      )
      .option('--json', 'Print the answer as JSON')
      .action(run);
    addFormatsHelp(commander, {
      gcat: 'General Catalog of Artificial Space Objects. Its tables orgs, sites, platforms, launchlog and psatcat, as .tsv.',
      ...Object.fromEntries(
        Object.entries(GRAPH_FORMATS).map(([id, { title, reads }]) => [id, `${title}. ${reads}`]),
      ),
    });
  },
};
export default command;

async function run(format: string, input: string, options: ImportCommandOptions): Promise<void> {
  const { out, force, state, identities, updated, json } = options;
  const target = { out, replace: force === true, state, identities, updated };
  const report = await runOnTerminal('import', { format, input, options: target }, 'Import');
  await showAnswer(report as ImportReport, json === true, print);
}

function readUpdated(text: string, before: Record<string, string> = {}): Record<string, string> {
  const [, table, date] = /^([a-z]+)=(.+)$/.exec(text) ?? [];
  if (table === undefined || date === undefined)
    throw new InvalidArgumentError('Give a table and a date, as in orgs=2025-05.');
  return { ...before, [table]: date };
}

function print({ data, entities, relations, sources }: ImportReport, page: Page): void {
  page.line(
    `${page.style.green('Written:')} ${counted(entities, 'entity', 'entities')}, ${counted(relations, 'relation')}, ${counted(sources, 'source')}. Open it with --data ${data}`,
  );
}
