/**
 * Packs the compiled program, dist/, and the packages that every command loads into a few files, dist/packed/: two hundred modules
 * take longer to find and read than a short question takes to answer. What is packed lies as deep as what it was made of, so that
 * addresses such as `../../graph-data` and `./worker.js` hold in both.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const compiled = fileURLToPath(new URL('../dist/', import.meta.url));

/** Packages that are packed; others are loaded from where they are, by the few commands that need them. */
const PACKAGES = [
  'ansi-regex',
  'ansi-styles',
  'commander',
  'fastest-levenshtein',
  'get-east-asian-width',
  'graphology',
  'minisearch',
  'picocolors',
  'string-width',
  'strip-ansi',
  'wrap-ansi',
  'zod',
];

/** The program, and what threads are started with. */
const ENTRIES = ['cli/main', 'cli/errands', 'tasks/worker', 'tasks/resident-worker', 'open-apart'];

/** The one module that lies less deep. */
const version = {
  name: 'version-stays',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} path */
  resolveId: (path) => (path.endsWith('/version.js') ? { id: '../version.js', external: true } : undefined),
};

await build({
  configFile: false,
  root: compiled,
  logLevel: 'warn',
  plugins: [version],
  ssr: { noExternal: PACKAGES },
  build: {
    ssr: true,
    target: 'es2023',
    outDir: 'packed',
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(ENTRIES.map((path) => [path.split('/').at(-1), `${compiled}${path}.js`])),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
