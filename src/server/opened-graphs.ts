/** Graphs that were sent as files, each under an id that nobody can guess: so many at a time, let go when nobody asks them. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../contract/errors.js';
import type { OpenedGraphView } from '../contract/opened-graphs.js';
import type { ApartWorkspace } from '../open-apart.js';

export interface OpenedLimits {
  /** How many are held. One more, and the one that was not asked for longest goes. */
  openedGraphs: number;
  /** How long one is held that nobody asks. */
  openedIdleMs: number;
}

/** Opens what a file holds; see `openApart`. */
export type OpenFile = (bytes: Uint8Array, fileName: string, signal: AbortSignal) => Promise<ApartWorkspace>;

interface Held {
  readonly view: OpenedGraphView;
  readonly workspace: ApartWorkspace;
  readonly expiry: NodeJS.Timeout;
}

const MINUTE_MS = 60_000;

export class OpenedGraphs {
  readonly #openFile: OpenFile;
  readonly #limits: OpenedLimits;
  /** The one that was asked last is the last. */
  readonly #held = new Map<string, Held>();

  constructor(openFile: OpenFile, limits: OpenedLimits) {
    this.#openFile = openFile;
    this.#limits = limits;
  }

  /** Opens a file and holds its graph. Throws what opening throws. */
  async open(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<OpenedGraphView> {
    const workspace = await this.#openFile(bytes, name, signal);
    const { openedGraphs, openedIdleMs } = this.#limits;
    const [oldest] = this.#held.keys();
    if (oldest !== undefined && this.#held.size >= openedGraphs) this.remove(oldest);
    const { revision, warnings } = workspace;
    const id = randomUUID();
    const view = { id, name, revision, warnings, idleMinutes: Math.floor(openedIdleMs / MINUTE_MS) };
    const expiry = setTimeout(() => this.#forget(id), openedIdleMs).unref();
    this.#held.set(id, { view, workspace, expiry });
    void workspace.ended.then(() => this.#forget(id));
    return view;
  }

  /** What is told of a graph; like a question to it, this keeps it from being let go. Throws AppError `unknown-workspace`. */
  view(id: string): OpenedGraphView {
    return this.#use(id).view;
  }

  /** The graph itself, to be asked. Throws AppError `unknown-workspace`. */
  workspace(id: string): ApartWorkspace {
    return this.#use(id).workspace;
  }

  /** Lets one go. Throws AppError `unknown-workspace`. */
  remove(id: string): void {
    this.#find(id);
    this.#forget(id);
  }

  /** Lets all go. */
  close(): void {
    for (const id of [...this.#held.keys()]) this.#forget(id);
  }

  #use(id: string): Held {
    const held = this.#find(id);
    held.expiry.refresh();
    this.#held.delete(id);
    this.#held.set(id, held);
    return held;
  }

  #find(id: string): Held {
    const held = this.#held.get(id);
    if (held !== undefined) return held;
    throw new AppError(
      'unknown-workspace',
      'No graph is held here under this id. Graphs that were opened from a file are let go when nobody asks them for a while, when others take their place, and when the server stops. Open the file again.',
    );
  }

  #forget(id: string): void {
    const held = this.#held.get(id);
    if (held === undefined) return;
    this.#held.delete(id);
    clearTimeout(held.expiry);
    void held.workspace.close();
  }
}
