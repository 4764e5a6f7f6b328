/** Errors as the command line shows them: on standard error, in words or as a problem document, with an exit code. */
import type { CommanderError } from 'commander';
import type { Fault } from '../contract/answers.js';
import { AppError, EXIT_CODE, toAppError } from '../contract/errors.js';
import { plain } from './plain.js';

/** Writes what went wrong and returns the exit code. A defect of ours shows its stack: whoever runs the command is at home. */
export function reportFailure(thrown: unknown, json: boolean, write: (text: string) => void): number {
  const error = fromThrown(thrown);
  if (json) write(`${JSON.stringify(error.toProblem(), null, 2)}\n`);
  else write(words(error));
  return EXIT_CODE[error.code];
}

function fromThrown(thrown: unknown): AppError {
  if (isCommanderError(thrown)) return usageError(thrown);
  const error = toAppError(thrown);
  if (error.code !== 'internal' || error === thrown) return error;
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return new AppError(
    'internal',
    'Something went wrong inside Asterism. Please report it with the lines below.',
    {
      stack,
    },
  );
}

export const isCommanderError = (thrown: unknown): thrown is CommanderError =>
  thrown instanceof Error && thrown.name === 'CommanderError';

function usageError({ code, message }: CommanderError): AppError {
  const detail = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .trim();
  if (code === 'commander.unknownOption') return new AppError('unknown-parameter', `${detail}${HELP}`);
  if (code === 'commander.invalidArgument') return new AppError('invalid-parameter', detail);
  const hint = code === 'commander.excessArguments' ? ' A name of several words goes in quotes.' : '';
  return new AppError('usage', `${detail}${hint}${HELP}`);
}

const HELP = ' (--help lists what there is)';

/** `file:line:column message` for each fault, so that an editor can jump to it; without a line, when a file has none. */
export const faultLine = ({ file, line, column, message }: Fault) =>
  plain(`${line === 0 ? file : `${file}:${line}:${column}`} ${message}`);

function words({ message, members }: AppError): string {
  const faults = (members['faults'] as readonly Partial<Fault>[] | undefined) ?? [];
  const stack = members['stack'];
  const lines = faults.filter(isFault).map(faultLine);
  // A message of several lines is a heading over the first faults, which stand here in full.
  const [heading, ...below] = message.split('\n').map(plain);
  const count = `${lines.length} ${lines.length === 1 ? 'place' : 'places'}`;
  const summary = below.length > 0 ? heading!.replace(/:$/, '.') : `The data is at fault in ${count}.`;
  return [
    ...lines,
    `asterism: ${lines.length === 0 ? plain(message) : summary}`,
    ...(typeof stack === 'string' ? stack.split('\n').map(plain) : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Other errors bear `faults` too, of parameters; these have no file. */
const isFault = (fault: Partial<Fault>): fault is Fault => fault.file !== undefined;
