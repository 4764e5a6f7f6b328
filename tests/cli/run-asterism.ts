/** Runs the built command line as a user would, and tells what came of it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const program = `${root}dist/packed/main.js`;

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The suite builds before it tests; a single file run on its own does it here. */
export function buildWhereMissing(): void {
  if (existsSync(program)) return;
  const { status, stderr } = spawnSync(process.execPath, [`${root}src/prepare.js`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Starts the program; its output comes with `outcomeOf`. */
export function start(...words: string[]): ChildProcess {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, COLUMNS: undefined };
  return spawn(process.execPath, [program, ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits for a program to end. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]!.setEncoding('utf8').on('data', (text: string) => {
      outcome[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
  });
}

export const run = (...words: string[]) => outcomeOf(start(...words));

/** Waits until a process catches SIGINT, read from the mask that Linux shows; elsewhere long enough. */
export async function untilItCatchesSigint({ pid }: ChildProcess): Promise<void> {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  if (process.platform !== 'linux') return void (await pause(4_000));
  for (;;) {
    const mask = /SigCgt:\s*([0-9a-f]+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    // Bit 1 is signal 2, SIGINT.
    if ((BigInt(`0x${mask}`) & 2n) !== 0n) return;
    await pause(20);
  }
}
