/** `check`: reads the data and lists every fault with its place. */
import type { z } from 'zod';
import type { checkAnswerSchema } from '../../contract/answers.js';
import { AppError, EXIT_CODE } from '../../contract/errors.js';
import type { Command } from '../command.js';
import { addCommonOptions, type CommonOptions } from '../common-options.js';
import { faultLine } from '../failure.js';
import type { Page } from '../page.js';
import { printAudit } from '../print-audit.js';
import { askOnTerminal, showAnswer } from '../terminal.js';
import { counted } from '../words.js';

type CheckAnswer = z.output<typeof checkAnswerSchema>;

interface CheckOptions extends CommonOptions {
  audit?: boolean;
}

const command: Command = {
  examples: [
    'asterism check',
    'asterism check --data my-graph',
    'asterism check --audit',
    'asterism check --data network.graphml --json',
  ],
  define(commander) {
    addCommonOptions(commander)
      .option('--audit', 'Tell how well sound data is sourced, dated, named and tied together')
      .action(async ({ data, json, audit }: CheckOptions) => {
        const answer = await check(data, audit === true);
        await showAnswer(answer, json === true, print);
        if (answer.faults.length > 0) process.exitCode = EXIT_CODE['data-faulty'];
      });
  },
};
export default command;

/** Opening data finds all its faults at once; sound data is counted. */
async function check(path: string, audit: boolean): Promise<CheckAnswer> {
  try {
    const { entities, relations, sources } = await askOnTerminal('meta', path, {});
    const sound = { faults: [], entities, relations, sources };
    return audit ? { ...sound, audit: await askOnTerminal('audit', path, {}) } : sound;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'data-faulty') throw thrown;
    // Nothing is taken in from faulty data, unless its reader says how many records it met.
    return { entities: 0, relations: 0, sources: 0, ...(thrown.members as Pick<CheckAnswer, 'faults'>) };
  }
}

function print({ faults, entities, relations, sources, audit }: CheckAnswer, page: Page): void {
  // Not wrapped: editors and scripts read these lines.
  for (const fault of faults) page.verbatim(faultLine(fault));
  if (faults.length > 0) {
    page.line(
      `${page.style.red(counted(faults.length, 'fault'))}; no question is answered until there are none.`,
    );
    return;
  }
  const what = `${counted(entities, 'entity', 'entities')}, ${counted(relations, 'relation')}, ${counted(sources, 'source')}`;
  page.line(`${page.style.green('Sound:')} ${what}.`);
  if (audit !== undefined) printAudit(audit, page);
}
