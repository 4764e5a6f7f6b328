/** Makes a command of a question: arguments and options from the contract, the answer printed for people or as JSON. */
import type { Command as Commander } from 'commander';
import type { QuestionId } from '../contract/questions.js';
import type { Command, QuestionCommand } from './command.js';
import { addCommonOptions, type CommonOptions } from './common-options.js';
import { asTyped, defineParameters, readParameters } from './options.js';
import { askOnTerminal, showAnswer } from './terminal.js';

export function defineQuestion<Q extends QuestionId>(
  record: QuestionCommand<Q>,
): Command & QuestionCommand<Q> {
  const { question } = record;
  return {
    ...record,
    define(command: Commander): void {
      defineParameters(command, question, record);
      addCommonOptions(command);
      command.action(async () => {
        const options = command.opts<CommonOptions & Record<string, unknown>>();
        const parameters = readParameters(question, record, command.args, options);
        const answer = await askOnTerminal(question, options.data, parameters).catch((thrown: unknown) => {
          throw asTyped(thrown, question, record);
        });
        await showAnswer(answer, options.json === true, record.print);
      });
    },
  };
}
