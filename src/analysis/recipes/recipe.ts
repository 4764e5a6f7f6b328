/** A report as the answers of other questions: what it takes, and what it is made of. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import type { ScopeAnswer } from '../../contract/scope.js';
import type { Context } from '../context.js';

export type AskedReport = Parameters<'report'>;

/** The answers of one report, the scope that it speaks of, and its picture where it has one. */
export type ReportParts = Pick<Answer<'report'>, 'answers' | 'picture'> & { scope: ScopeAnswer };

export interface Recipe {
  /** How many entities it is of, and the parameters that mean something to it, besides the scope. */
  readonly of: number;
  readonly takes: readonly (keyof AskedReport)[];
  compile(
    context: Context,
    asked: AskedReport,
    of: readonly string[],
    control: TaskControl,
  ): Promise<ReportParts>;
}

/** What a report on who matters asks for, unless it is told. */
export const LEADING_MEASURES = ['betweenness', 'pagerank', 'degree'];
export const MOST_IN_PICTURE = 30;
