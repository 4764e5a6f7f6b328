/** `report`: a document to hand on, written to a file or to standard output. */
import { extname } from 'node:path';
import { AppError } from '../../contract/errors.js';
import { REPORT_FORMATS } from '../../contract/reports.js';
import type { Command } from '../command.js';
import { addCommonOptions, type CommonOptions } from '../common-options.js';
import { asTyped, defineParameters, readParameters } from '../options.js';
import { plainly } from '../plain.js';
import { askOnTerminal } from '../terminal.js';
import { checkWritable, writeDocument } from '../write-document.js';

const NAMES = { argumentNames: { of: 'ENTITY' } };

interface ReportOptions extends CommonOptions, Record<string, unknown> {
  out?: string;
  format?: string;
}

const command: Command & { question: 'report' } = {
  question: 'report',
  examples: [
    'asterism report centrality --measure betweenness,pagerank --out centrality.html',
    'asterism report path Argentina "PLA Aerospace Force" --format md',
    'asterism report actor China --out china.html',
    'asterism report changes --from 2016 --to 2025 --out changes.csv',
    'asterism report sources --out sources.html',
  ],
  define(commander) {
    defineParameters(commander, 'report', NAMES);
    addCommonOptions(commander)
      .option(
        '--out <file>',
        'Write there; its ending (.html, .md, .csv, .json) is the format unless --format says',
      )
      .action(async () => {
        const options = commander.opts<ReportOptions>();
        const { out } = options;
        const format = options.json === true ? 'json' : (options.format ?? formatOf(out));
        await checkWritable(out);
        const parameters = {
          ...readParameters('report', NAMES, commander.args, options),
          ...(format === undefined ? {} : { format }),
        };
        const report = await askOnTerminal('report', options.data, parameters).catch((thrown) => {
          throw asTyped(thrown, 'report', NAMES);
        });
        const { renderReport } = await import('../../workspace.js');
        // Whoever runs the command of the document again needs the same data.
        const isBundled = commander.getOptionValueSource('data') === 'default';
        const asked = { ...report.parameters, ...(isBundled ? {} : { data: options.data }) };
        const { text } = await renderReport(
          report.format === 'json' ? report : plainly({ ...report, parameters: asked }),
        );
        await writeDocument(text, out);
      });
  },
};
export default command;

/** The format that a file's ending names. One that names none is refused: a report.pdf that holds HTML helps nobody. */
function formatOf(out: string | undefined): string | undefined {
  const ending = extname(out ?? '')
    .slice(1)
    .toLowerCase();
  const format = REPORT_FORMATS.find((known) => known === ending);
  if (format === undefined && ending !== '')
    throw new AppError(
      'usage',
      `--out: no report is written as .${ending}. Let the name end in .${REPORT_FORMATS.join(', .')}, or add --format.`,
    );
  return format;
}
