/** Which software this is: the version, as package.json says it, and the build. */
import { readFileSync } from 'node:fs';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

export const VERSION = (manifest as { version: string }).version;

/** What was built from which sources: another build may answer otherwise, so neither ETags nor kept results outlive it. */
export const BUILD = readStamps();

function readStamps(): string {
  try {
    return readFileSync(new URL('../dist/stamps.json', import.meta.url), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return 'unbuilt';
  }
}
