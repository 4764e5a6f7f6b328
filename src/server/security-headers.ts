/** Headers that tell a browser what our pages may do: load from here, and nothing else. */
import helmet from 'helmet';

const directives = {
  'default-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/**
 * Headers of every response. Neither `upgrade-insecure-requests` nor HSTS: the server speaks plain HTTP on loopback, and a proxy that
 * adds TLS adds those too. A page that never named its referrer could not log in: browsers then send `Origin: null` with its form.
 */
export const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });

/** The policy of the page, whose library writes `<style>` elements: they are let in by the nonce in `response.locals.styleNonce`. */
export const pagePolicy = () =>
  helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      ...directives,
      'style-src': [
        "'self'",
        (_request, response) =>
          `'nonce-${(response as unknown as { locals: { styleNonce: string } }).locals.styleNonce}'`,
      ],
    },
  });
