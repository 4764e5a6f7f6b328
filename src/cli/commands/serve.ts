/** `serve`: the HTTP API and the page, until Ctrl+C. */
import { spawn } from 'node:child_process';
import { InvalidArgumentError } from 'commander';
import type { Command } from '../command.js';
import { addDataOption } from '../common-options.js';
import { plain } from '../plain.js';

interface ServeCommandOptions {
  data: string;
  port: number;
  host: string;
  public?: boolean;
  open?: boolean;
}

const command: Command = {
  examples: [
    'asterism serve',
    'asterism serve --port 8080 --open',
    'asterism serve --data network.graphml --host 0.0.0.0 --public',
  ],
  define(commander) {
    addDataOption(commander)
      .option('--port <n>', 'Port to listen on; 0 takes any that is free', readPort, 4100)
      .option('--host <address>', 'Address to listen on; others than loopback ask for a token', '127.0.0.1')
      .option('--public', 'Let everyone who reaches the server read, without a token')
      .option('--open', 'Open the page in a browser')
      .action(run);
  },
};
export default command;

async function run({ data, port, host, public: isPublic, open }: ServeCommandOptions): Promise<void> {
  // Loaded here, so that help does not wait for the server.
  const { serve } = await import('../../server/serve.js');
  const { address } = await serve(openWarm(data), { port, host, public: isPublic === true });
  process.stdout.write(`${address}\n`);
  if (open === true) openBrowser(address);
}

/** Opens the data and prepares the first questions, so that "ready" means answered at once. */
async function openWarm(path: string) {
  const { openWorkspace } = await import('../../workspace.js');
  const workspace = await openWorkspace(path);
  for (const text of workspace.warnings) process.stderr.write(`asterism: warning: ${plain(text)}\n`);
  await workspace.warm();
  return workspace;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('Give a whole number from 0 to 65535.');
  return port;
}

/** Hands the address to the system's own opener. Without one the server runs on, and says so. */
function openBrowser(address: string): void {
  const [program, ...first] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  const opener = spawn(program!, [...first, address], { stdio: 'ignore', detached: true });
  opener.on('error', () => process.stderr.write(`asterism: no browser could be opened; go to ${address}\n`));
  opener.unref();
}
