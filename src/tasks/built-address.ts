/** Where threads find their code. */

const SOURCES = new URL('..', import.meta.url).href;

/** A thread runs what the compiler made of a source; under a test runner, which runs sources as they are, that stands in dist. */
export function builtAddress({ href }: URL): string {
  if (!import.meta.url.endsWith('.ts') || !href.startsWith(SOURCES)) return href;
  return new URL(`../dist/${href.slice(SOURCES.length).replace(/\.ts$/, '.js')}`, SOURCES).href;
}
