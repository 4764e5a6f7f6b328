/** Opens the data at a path, asks a first question of all of it, and prints the most memory that this took, in bytes. */
import { fileURLToPath } from 'node:url';

/** @type {typeof import('../../src/workspace.js')} */
const { openWorkspace } = await import(fileURLToPath(new URL('../../dist/workspace.js', import.meta.url)));
const workspace = await openWorkspace(process.argv[2] ?? '');
await workspace.ask('stats', {});
await workspace.close();
// Kibibytes, on every system.
process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
