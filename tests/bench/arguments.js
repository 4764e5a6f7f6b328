/** What stands after `npm run bench --`. */
import { parseArgs } from 'node:util';

/** @typedef {NonNullable<import('node:util').ParseArgsConfig['options']>} Options */

/**
 * Options and words; after `--help`, or with an option that there is not, says how it goes and ends the program.
 * @template {Options} O
 * @param {string} usage @param {O} options
 * @returns {{ values: ReturnType<typeof parseArgs<{ options: O }>>['values'], words: string[] }}
 */
export function readArguments(usage, options) {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { values, words: positionals };
  } catch (error) {
    process.stderr.write(`${/** @type {Error} */ (error).message}\n${usage}\n`);
    process.exit(2);
  }
}
