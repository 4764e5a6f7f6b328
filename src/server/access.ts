/** The token, where one is asked for: as a bearer header from programs, through a login page and its cookie from browsers. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Request, type RequestHandler, Router, urlencoded } from 'express';
import { AppError } from '../contract/errors.js';
import { html, page } from './html.js';
import { refuseMethod } from './problems.js';

const COOKIE = 'asterism-session';
const COOKIE_DAYS = 30;

/**
 * Lets through requests that bear `token`; shows browsers the login page, refuses others with 401. The cookie holds a value derived
 * from the token, so it says nothing of it and ends with it.
 */
export function tokenGate(token: string): Router {
  const session = createHmac('sha256', token).update('asterism session').digest('base64url');
  const router = Router();
  router.use((_request, response, next) => {
    response.vary('Cookie').vary('Authorization');
    next();
  });
  router
    .route('/login')
    .get((request, response) => {
      response.set('cache-control', 'no-store').send(loginPage(target(request.query['next'])));
    })
    .post(urlencoded({ extended: false, limit: '4kb' }), (request, response) => {
      const given: { token?: unknown; next?: unknown } = request.body ?? {};
      const next = target(given.next);
      response.set('cache-control', 'no-store');
      if (!isSame(given.token, token)) {
        response.status(401).send(loginPage(next, 'That is not the token.'));
        return;
      }
      response.cookie(COOKIE, session, {
        httpOnly: true,
        sameSite: 'strict',
        secure: request.headers.origin?.startsWith('https:') ?? false,
        maxAge: COOKIE_DAYS * 24 * 60 * 60 * 1000,
      });
      response.redirect(303, next);
    })
    .all(refuseMethod('GET', 'HEAD', 'POST'));
  router.get(['/api/docs.css', '/favicon.svg'], (_request, _response, next) => next('router'));
  router.use(demand(token, session));
  return router;
}

function demand(token: string, session: string): RequestHandler {
  return (request, response, next) => {
    if (isSame(bearerOf(request), token) || isSame(cookieOf(request), session)) {
      next();
      return;
    }
    const isPage = request.method === 'GET' && request.accepts('json', 'html') === 'html';
    if (isPage && !request.path.startsWith('/api/v1')) {
      response
        .set('cache-control', 'no-store')
        .redirect(303, `/login?next=${encodeURIComponent(request.originalUrl)}`);
      return;
    }
    response.set('www-authenticate', 'Bearer realm="asterism"');
    throw new AppError(
      'unauthorized',
      'This server asks for its token: send it as “Authorization: Bearer …”, or log in at /login.',
    );
  };
}

function bearerOf(request: Request): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
}

function cookieOf(request: Request): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === COOKIE) return value;
  }
  return undefined;
}

/** Compares in constant time; hashing first makes the lengths equal. */
function isSame(given: unknown, wanted: string): boolean {
  if (typeof given !== 'string') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** Where to go after the login: an address on this server, never another one. */
function target(next: unknown): string {
  const here = 'http://here.invalid';
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, here)) return '/';
  const url = new URL(next, here);
  return url.origin === here ? `${url.pathname}${url.search}` : '/';
}

function loginPage(next: string, fault?: string): string {
  return page(
    'Log in',
    html`<main class="login">
      <h1>Asterism</h1>
      <form method="post" action="/login">
        <input type="hidden" name="next" value="${next}">
        <label>Token <input type="password" name="token" autocomplete="current-password" required autofocus></label>
        ${fault === undefined ? '' : html`<p role="alert">${fault}</p>`}
        <button>Log in</button>
        <p>Whoever started this server knows it, as <code>ASTERISM_TOKEN</code>.</p>
      </form>
    </main>`,
  );
}
