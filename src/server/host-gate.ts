/** Refuses requests that a foreign page made in the reader's browser: by rebinding a name to this machine, or across origins. */
import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { AppError } from '../contract/errors.js';

/**
 * Lets a request through when its `Host` is a loopback name, the very address that it came in at, or one of `allowedHosts`; and its
 * `Origin`, where it has one, is that same host. A rebinding attack needs a name of the attacker's, so a foreign name is what is
 * refused; ports are free, because tunnels change them.
 */
export function hostGate(allowedHosts: readonly string[]): RequestHandler {
  const allowed = new Set([
    'localhost',
    '127.0.0.1',
    '::1',
    ...allowedHosts.map((name) => hostName(name) ?? name),
  ]);
  return (request, _response, next) => {
    const host = request.headers.host ?? '';
    const name = hostName(host);
    const local = request.socket.localAddress?.replace(/^::ffff:/, '');
    if (name === undefined || !(allowed.has(name) || (isIP(name) !== 0 && name === local)))
      throw new AppError(
        'forbidden',
        `This server does not answer for the host “${host}”. Use its address, or name the host in ASTERISM_HOSTS when starting it.`,
      );
    const { origin } = request.headers;
    if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host.toLowerCase()))
      throw new AppError(
        'forbidden',
        `Pages of “${origin}” may not ask this server. Open it at its own address.`,
      );
    next();
  };
}

/** The name in a `Host` header, without port and brackets; undefined when it is none. */
function hostName(host: string): string | undefined {
  if (host === '' || /[/?#@\\\s]/.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '');
}
