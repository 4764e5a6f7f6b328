/** The built page: its files with long-lived caching, and the page itself with a fresh nonce at every other address. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { AppError } from '../contract/errors.js';
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
  router.get('/index.html', ...showPage);
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => {
        const isHashed = path.startsWith(join(folder, 'assets'));
        response.setHeader(
          'cache-control',
          isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        );
      },
    }),
  );
  router
    .route('/{*path}')
    .get(refuseFile, ...showPage)
    .all(refuseMethod('GET', 'HEAD'));
  return router;
}

/** An address that looks like a file's is one that is missing, not a view of the page. */
const refuseFile: RequestHandler = (request, _response, next) => {
  if (extname(request.path) !== '') throw new AppError('not-found', `There is no file ${request.path}.`);
  next();
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
