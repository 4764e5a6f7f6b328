/** The options that every command takes. */
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';

/** The graph that comes with the program. */
const BUNDLED_DATA = fileURLToPath(new URL('../../graph-data', import.meta.url));

export interface CommonOptions {
  data: string;
  json?: boolean;
}

/** Adds `--data` with its default. */
export function addDataOption(command: Command): Command {
  return command.addOption(
    new Option('--data <path>', 'Data folder, or a graph file (GraphML, GEXF, CSV …)').default(
      BUNDLED_DATA,
      'the bundled graph',
    ),
  );
}

/** Adds `--data` and `--json`. */
export function addCommonOptions(command: Command): Command {
  return addDataOption(command).option('--json', 'Print the answer as JSON');
}
