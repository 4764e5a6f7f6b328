/** `export`: the graph, or what a scope leaves of it, as a file for other tools. */
import { EXPORT_FORMATS, REFERENCE_FORMATS } from '../../contract/formats.js';
import type { Command } from '../command.js';
import { addDataOption } from '../common-options.js';
import { defineParameters, readParameters } from '../options.js';
import { plain } from '../plain.js';
import { writeDocument } from '../write-document.js';

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
    commander.argument('<FORMAT>', [...EXPORT_FORMATS, ...REFERENCE_FORMATS].join(', '));
    // The scope and nothing else, as for statistics.
    defineParameters(commander, 'stats', {});
    addDataOption(commander)
      .option('--around <entity>', 'Only this entity, by id or name, and who stands around it')
      .option('--depth <n>', 'With --around: how many steps away, 1 to 5 (default: 1)')
      .option('--out <file>', 'Write there, not to standard output')
      .action(async (format: string) => {
        const options = commander.opts<ExportOptions>();
        const { openWorkspace } = await import('../../workspace.js');
        const workspace = await openWorkspace(options.data);
        for (const text of workspace.warnings) process.stderr.write(`asterism: warning: ${plain(text)}\n`);
        try {
          const { around, depth } = options;
          const file = await workspace.export({
            format,
            ...readParameters('stats', {}, [], options),
            ...(around === undefined ? {} : { around }),
            ...(depth === undefined ? {} : { depth }),
          });
          await writeDocument(file.text, options.out);
        } finally {
          await workspace.close();
        }
      });
  },
};
export default command;
