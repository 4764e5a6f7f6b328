/** When the process is told to end: by SIGINT, by SIGTERM, or by the end of the npm that started it. */
import { stackOf } from './problems.js';

const PARENT_CHECK_MS = 250;

/**
 * Lets the first signal close the server and end the process, a second one end it at once. Returns how to forget that.
 *
 * `npm start` puts a shell between npm and us, and a shell that is told to end does not pass it on: without a look at our parent the
 * server would live on and hold its port. So under npm the loss of the parent counts as a SIGTERM.
 */
export function stopOnSignals(
  close: () => Promise<void>,
  environment: Readonly<Record<string, string | undefined>>,
): () => void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(signal === 'SIGINT' ? 130 : 143);
    isStopping = true;
    clearInterval(watch);
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${stackOf(error)}\n`);
        process.exit(70);
      },
    );
  };
  const parent = process.ppid;
  const watch =
    environment['npm_lifecycle_event'] === undefined
      ? undefined
      : setInterval(() => {
          if (process.ppid !== parent) onSignal('SIGTERM');
        }, PARENT_CHECK_MS).unref();
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return () => {
    clearInterval(watch);
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
}
