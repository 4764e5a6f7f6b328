/** What the command line says of a failure. */
import { expect, it } from 'vitest';
import { reportFailure } from '../../src/cli/failure.js';
import { AppError } from '../../src/contract/errors.js';

const faults = [{ file: 'a/x.yaml', line: 1, column: 2, message: 'is wrong' }];

it.each([
  [
    'Nothing was written: the folder would have one fault:\na/x.yaml:1:2 is wrong',
    'a/x.yaml:1:2 is wrong\nasterism: Nothing was written: the folder would have one fault.\n',
  ],
  ['a/x.yaml:1:2 is wrong', 'a/x.yaml:1:2 is wrong\nasterism: The data is at fault in 1 place.\n'],
])('tells each fault once, and what they come to: %j', (message, expected) => {
  let text = '';
  const code = reportFailure(new AppError('data-faulty', message, { faults }), false, (more) => {
    text += more;
  });
  expect([code, text]).toEqual([1, expected]);
});
