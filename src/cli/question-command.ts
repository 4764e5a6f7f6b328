/** Makes a command of a question: arguments and options from the contract, the answer printed for people or as JSON. */
import type { Command as Commander } from 'commander';
import { AppError } from '../contract/errors.js';
import { type QuestionId, questions } from '../contract/questions.js';
import type { Command, QuestionCommand } from './command.js';
import { addCommonOptions, type CommonOptions } from './common-options.js';
import { defineParameters, optionName, readParameters } from './options.js';
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
          throw inOptionNames(thrown, record);
        });
        await showAnswer(answer, options.json === true, record.print);
      });
    },
  };
}

/** The contract says `minConfidence: …`; whoever typed the command wrote `--min-confidence`. */
function inOptionNames<Q extends QuestionId>(thrown: unknown, record: QuestionCommand<Q>): unknown {
  if (!(thrown instanceof AppError) || thrown.code !== 'invalid-parameter') return thrown;
  const { parameters, positional } = questions[record.question];
  const detail = thrown.message.replace(/(^|; )(\w+): /g, (text, before: string, name: string) =>
    name in parameters.shape && !positional.includes(name) ? `${before}${optionName(name, record)}: ` : text,
  );
  return new AppError(thrown.code, detail, thrown.members);
}
