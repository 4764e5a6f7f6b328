/** Starts and stops the server: where it listens, who may ask, and how it ends without cutting anyone off. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo, isIP, type Socket } from 'node:net';
import { hostname } from 'node:os';
import type { Duplex } from 'node:stream';
import { AppError } from '../contract/errors.js';
import { type AppOptions, createApp } from './app.js';
import type { ServedWorkspace } from './served-workspace.js';
import { stopOnSignals } from './stop-on-signals.js';

export interface ServeOptions extends Pick<AppOptions, 'limits' | 'log' | 'webFolder'> {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Reading is meant for everyone who reaches the server: no token is asked for. */
  public?: boolean;
  /** Where ASTERISM_TOKEN and ASTERISM_HOSTS (names that a proxy uses, separated by commas) are read. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** How long running requests may take to end once the server stops. */
  graceMs?: number;
  /** Whether SIGINT and SIGTERM stop the server and end the process; a second one ends it at once. On unless told. */
  signals?: boolean;
}

export interface RunningServer {
  /** `http://127.0.0.1:4100` */
  readonly address: string;
  /** Stops accepting, lets running requests end, closes the workspace. May be called again. */
  close(): Promise<void>;
}

const LEAST_TOKEN_LENGTH = 16;
const GRACE_MS = 5_000;
const SWEEP_MS = 50;
const HEADERS_TIMEOUT_MS = 10_000;
/** The largest file comes in this time over a line of 2 Mbit/s. */
const REQUEST_TIMEOUT_MS = 150_000;

/**
 * Serves a workspace, which may still be opening: the port is taken first, so that one in use is told at once; the promise resolves
 * when questions are answered. Rejects with 'port-in-use', 'usage' (a host that is not ours, no token for an open one), or with
 * whatever kept the workspace from opening; then nothing is left listening.
 */
export async function serve(
  workspace: ServedWorkspace | Promise<ServedWorkspace>,
  options: ServeOptions,
): Promise<RunningServer> {
  const opening = Promise.resolve(workspace);
  opening.catch(() => {}); // Awaited below, once the port is ours; a failure until then is not unhandled.
  const environment = options.environment ?? process.env;
  const token = tokenFor(options, environment['ASTERISM_TOKEN']);
  const stopping = new AbortController();
  const app = createApp(opening, {
    ...options,
    // Whoever reads without a token could fill the memory with files.
    ...(options.public === true ? { openFile: false } : {}),
    stopping: stopping.signal,
    allowedHosts: allowedHosts(options.host, environment['ASTERISM_HOSTS']),
    ...(token === undefined ? {} : { token }),
  });
  // A request without a host is refused in words, like one with a foreign host.
  const server = createServer({ requireHostHeader: false }, app);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.on('clientError', answerUnreadable);
  await listen(server, options.port, options.host);

  let closing: Promise<void> | undefined;
  const close = () => {
    stopping.abort();
    closing ??= stop(server, options.graceMs ?? GRACE_MS)
      .then(() => opening)
      .then(
        (opened) => opened.close(),
        () => {}, // It never opened, which `serve` has told.
      )
      .finally(() => forgetSignals?.());
    return closing;
  };
  const forgetSignals = (options.signals ?? true) ? stopOnSignals(close, environment) : undefined;
  try {
    await opening;
  } catch (error) {
    await close();
    throw error;
  }
  return { address: addressOf(server), close };
}

function tokenFor({ host, public: isPublic }: ServeOptions, token: string | undefined): string | undefined {
  if (isPublic) return undefined;
  if (token !== undefined && token.length < LEAST_TOKEN_LENGTH)
    throw new AppError(
      'usage',
      `ASTERISM_TOKEN has ${token.length} characters; give it at least ${LEAST_TOKEN_LENGTH}.`,
    );
  if (token === undefined && !isLoopback(host))
    throw new AppError(
      'usage',
      `--host ${host} lets other machines in: set ASTERISM_TOKEN to the token they need, or add --public if everyone may read.`,
    );
  return token;
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function allowedHosts(host: string, named: string | undefined): string[] {
  const others = (named ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  return isLoopback(host) ? [host, ...others] : [host, hostname(), ...others];
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
    server.listen({ port, host }, resolve);
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new AppError(
        'port-in-use',
        `Port ${port} on ${host} is in use: stop the program that holds it, or choose another with --port ${port === 65_535 ? port - 1 : port + 1}.`,
        { port, host },
      );
    case 'EACCES':
      return new AppError(
        'usage',
        `Port ${port} may not be opened by this user: choose one above 1023 with --port.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new AppError('usage', `--host ${host} is no address of this machine.`);
    default:
      return error;
  }
}

/** Resolves once no connection is left; what still runs after the grace is cut off, which cancels its work. */
function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // Connections that are kept alive fall idle one after the other as their requests end.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}

/** Requests that Node cannot parse never reach the application; they get a problem document all the same. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex) {
  // Browsers open connections ahead of need. One on which nothing was asked in time is let go in silence: an answer there would be
  // taken for that of the next request.
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const unasked = isLate && (socket as Socket).bytesRead === 0;
  if (!socket.writable || error.code === 'ECONNRESET' || unasked) {
    socket.destroy();
    return;
  }
  const problem = (
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new AppError(
          'too-large',
          'Address and headers are longer than 16 kB. Ask with fewer or shorter parameters.',
        )
      : isLate
        ? new AppError(
            'timed-out',
            'The request did not come whole in time. Send it again, or less, or over a faster line.',
          )
        : new AppError('usage', 'This is not a request in HTTP/1.1.')
  ).toProblem();
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
