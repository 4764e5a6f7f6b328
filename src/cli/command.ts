/** What a command is: a record that defines itself on commander and can be run. */
import type { Command as Commander } from 'commander';
import type { Answer, QuestionId } from '../contract/questions.js';
import type { Page } from './page.js';

/** Adds arguments, options and the action to a command that has its name and summary already. */
export interface Command {
  /** Complete command lines that work on the bundled graph; shown by `--help`. */
  examples: readonly string[];
  define(command: Commander): void;
}

/** A command that asks one question of the contract; its options are drawn from the question's parameters. */
export interface QuestionCommand<Q extends QuestionId> {
  question: Q;
  examples: readonly string[];
  /** Names of positional arguments in the help, where they are not the parameter's own. */
  argumentNames?: Readonly<Record<string, string>>;
  /** Options that are called otherwise on the command line than the parameter in the contract. */
  optionNames?: Readonly<Record<string, string>>;
  print(answer: Answer<Q>, page: Page): void;
}
