/** `export`: the graph, or what a scope leaves of it, as a file for other tools. */
import type { ExportedFile } from '../../contract/exports.js';
import { GRAPH_FORMATS, REFERENCE_FORMATS } from '../../contract/formats.js';
import type { Command } from '../command.js';
import { addDataOption } from '../common-options.js';
import { addFormatsHelp } from '../formats-help.js';
import { defineParameters, optionName, readParameters, renamed } from '../options.js';
import { runOnTerminal } from '../terminal.js';
import { checkWritable, writeDocument } from '../write-document.js';

interface ExportOptions extends Record<string, unknown> {
  data: string;
  out?: string;
  around?: string;
  depth?: string;
}

const command: Command = {
  examples: [
    'asterism export gexf --out graph.gexf',
    'asterism export csv --lens command --as-of 2020 --out command.csv',
    'asterism export bibtex --around "PLA Aerospace Force" --out sources.bib',
    'asterism export graphml --data network.gexf --out network.graphml',
  ],
  define(commander) {
    const formats = { ...GRAPH_FORMATS, ...REFERENCE_FORMATS };
    commander.argument('<FORMAT>', Object.keys(formats).join(', '));
    addFormatsHelp(
      commander,
      Object.fromEntries(Object.entries(formats).map(([id, { title, keeps }]) => [id, `${title}. ${keeps}`])),
    );
    // The scope and nothing else, as for statistics.
    defineParameters(commander, 'stats', {});
    addDataOption(commander)
      .option('--around <entity>', 'Only this entity, by id or name, and who stands around it')
      .option('--depth <n>', 'With --around: how many steps away, 1 to 5 (default: 1)')
      .option('--out <file>', 'Write there, not to standard output')
      .action(async (format: string) => {
        const options = commander.opts<ExportOptions>();
        const { data, around, depth, out } = options;
        const parameters = {
          format,
          ...readParameters('stats', {}, [], options),
          ...(around === undefined ? {} : { around }),
          ...(depth === undefined ? {} : { depth }),
        };
        await checkWritable(out);
        const file = await runOnTerminal('export', { path: data, parameters }, 'Export').catch((thrown) => {
          throw renamed(thrown, (name) => (name === 'format' ? 'FORMAT' : optionName(name)));
        });
        await writeDocument((file as ExportedFile).text, out);
      });
  },
};
export default command;
