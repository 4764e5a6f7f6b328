/** The name of this build: what `prepare` stamped, so that answers of another build get other ETags. */
import { readFileSync } from 'node:fs';

const STAMPS = new URL('../../dist/stamps.json', import.meta.url);

/** The stamp of the compiled code; `unbuilt` where it never was. */
export function readBuild(): string {
  try {
    const stamps = JSON.parse(readFileSync(STAMPS, 'utf8')) as { code?: string };
    return stamps.code ?? 'unbuilt';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return 'unbuilt';
  }
}
