/** Between an errand and the terminal: progress, warnings and Ctrl+C on the way, the answer on standard output. */
import { AppError } from '../contract/errors.js';
import { type Answer, type QuestionId, questions } from '../contract/questions.js';
import type { Errands } from './errands.js';
import { plain } from './plain.js';
import { ProgressBar } from './progress.js';
import { runApart } from './run-apart.js';

/** Columns of what is printed where there is no terminal to ask. */
const PAPER_WIDTH = 100;

/** Asks the data at `path`. */
export const askOnTerminal = async <Q extends QuestionId>(
  question: Q,
  path: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Answer<Q>> =>
  (await runOnTerminal('ask', { path, question, parameters }, questions[question].title)) as Answer<Q>;

/** Runs an errand. Ctrl+C cancels; progress, under `title`, and warnings go to standard error. */
export async function runOnTerminal<E extends keyof Errands>(
  errand: E,
  options: Errands[E],
  title: string,
): Promise<unknown> {
  const { stderr } = process;
  const controller = new AbortController();
  const cancel = () => controller.abort(new AppError('cancelled', 'Cancelled.'));
  const bar = new ProgressBar(stderr);
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  try {
    return await runApart(errand, options, {
      signal: controller.signal,
      progress: (share) => bar.report(share, title),
      warn: (text) => stderr.write(`asterism: warning: ${plain(text)}\n`),
    });
  } finally {
    bar.clear();
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
}

/** Writes an answer on standard output: as JSON, or as `print` lays it out on a page. */
export async function showAnswer<A>(
  answer: A,
  json: boolean,
  print: (answer: A, page: import('./page.js').Page) => void,
): Promise<void> {
  const { stdout } = process;
  if (json) {
    stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const [{ Page }, { plainly }] = await Promise.all([import('./page.js'), import('./plain.js')]);
  const page = new Page(widthOf(stdout), stdout.isTTY === true && stdout.hasColors());
  print(plainly(answer), page);
  stdout.write(page.toString());
}

/** Of the terminal, else what COLUMNS says, else paper. Some terminals say 0 when they do not know. */
function widthOf({ columns }: NodeJS.WriteStream): number {
  const known = [columns, Number(process.env['COLUMNS'])].find(
    (width) => Number.isInteger(width) && width! > 0,
  );
  return known ?? PAPER_WIDTH;
}
