/** The built page: its files with long-lived caching, the page itself with a fresh nonce, and what every other address answers. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { AppError } from '../contract/errors.js';
import { html, page } from './html.js';
import { refuseMethod } from './problems.js';
import { pagePolicy } from './security-headers.js';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const NONCE_PLACE = '__STYLE_NONCE__';

/**
 * Serves `folder`. Names below `assets/` carry a hash of their content, so they are cached for good; the page carries a nonce and is
 * never cached. It is read at every request: it is small, and a new build shows at once.
 */
export function webRoutes(folder: string): Router {
  const router = Router();
  const showPage: RequestHandler[] = [
    (_request, response, next) => {
      response.locals['styleNonce'] = randomBytes(16).toString('base64');
      next();
    },
    pagePolicy(),
    async (request, response) => {
      const text = await readPage(folder);
      // Asked by every page before all else, except of one of an opened graph.
      if (request.query['workspace'] === undefined)
        response.set('link', '</api/v1/meta>; rel=preload; as=fetch; crossorigin');
      response
        .set('cache-control', 'no-store')
        .type('html')
        .send(text.replaceAll(NONCE_PLACE, response.locals['styleNonce']));
    },
  ];
  router.get(['/', '/index.html'], ...showPage);
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      acceptRanges: false, // What is compressed on the way has other bytes to count.
      setHeaders: (response, path) => {
        const isHashed = path.startsWith(join(folder, 'assets'));
        response.setHeader(
          'cache-control',
          isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        );
      },
    }),
  );
  router.get('/{*path}', refuseAddress);
  // Whatever is left: `OPTIONS *` asks of no path at all.
  router.use(refuseMethod('GET', 'HEAD'));
  return router;
}

/** A view is a query of the page at `/`: no other path is one. A browser gets a page that says so, all others a problem. */
const refuseAddress: RequestHandler = (request, response) => {
  const words =
    extname(request.path) === '' ? `There is no page ${request.path}.` : `There is no file ${request.path}.`;
  if (request.accepts(['json', 'html']) !== 'html')
    throw new AppError('not-found', `${words} The graph is at /, its API at /api/docs.`);
  const body = html`<main>
      <h1>No such page</h1>
      <p>${words} The link may have been cut short.</p>
      <ul>
        <li><a href="/">The graph</a></li>
        <li><a href="/api/docs">The API and its documentation</a></li>
      </ul>
    </main>`;
  response.status(404).set('cache-control', 'no-store').type('html').send(page('No such page', body));
};

async function readPage(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AppError(
      'not-found',
      'The page has not been built: run npm run build. The API is at /api/docs.',
    );
  }
}
