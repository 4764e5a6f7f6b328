/** The one object that server and command line hold: an opened graph that answers questions. */
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ask, readParameters } from './analysis/ask.js';
import { Context } from './analysis/context.js';
import { Engine } from './analysis/engine.js';
import { DiskCache, OWN_CACHE } from './cache/disk-cache.js';
import { AppError } from './contract/errors.js';
import type { ExportedFile } from './contract/exports.js';
import type { Answer, QuestionId, TaskControl } from './contract/questions.js';
import type { RenderedReport } from './contract/reports.js';
import { readCachedFolder } from './data/read-cached-folder.js';
import { buildKnowledgeGraph, type RelationGraph } from './graph/knowledge-graph.js';
import type { Dataset } from './model/dataset.js';
import type { Ontology } from './model/ontology.js';
import { BUILD, VERSION } from './version.js';

const MOST_THREADS = 256;

/** An opened graph. Answers are plain JSON values in the shapes of the contract. */
export interface Workspace {
  readonly revision: string;
  readonly version: string;
  readonly build: string;
  readonly ontology: Ontology;
  /** What the importer of a file had to say; empty for a data folder, which is served whole or not at all. */
  readonly warnings: readonly string[];
  /** The multigraph itself, for code that browses it. */
  readonly graph: RelationGraph;
  /** Reads the parameters of a question without answering it. Throws AppError where they cannot be understood. */
  check(question: QuestionId, parameters: unknown): void;
  /** Answers a question of the contract; see `contract/questions`. Parameters may be text. Throws AppError. */
  ask<Q extends QuestionId>(question: Q, parameters: unknown, control?: TaskControl): Promise<Answer<Q>>;
  /** The document of a report's answers, in the format that was asked for. */
  render(report: Answer<'report'>): Promise<RenderedReport>;
  /** The graph, or what a scope leaves of it, as a file: parameters as `contract/exports` says. Throws AppError. */
  export(parameters: unknown, control?: TaskControl): Promise<ExportedFile>;
  /** Builds what the first questions need (names, layout), so that they are answered at once. */
  warm(): Promise<void>;
  /** Cancels what still runs and ends the threads. May be called again. */
  close(): Promise<void>;
}

/**
 * Opens a data folder, or a file that an importer reads. ASTERISM_THREADS bounds the threads that kernels run in (all cores unless
 * said); ASTERISM_CACHE names the folder where long results and checked data are kept, or says `off`.
 *
 * @throws AppError `data-faulty` with every fault; `usage` when the path cannot be read or the format is not known
 */
export async function openWorkspace(path: string, environment = process.env): Promise<Workspace> {
  const cache = cacheOf(environment['ASTERISM_CACHE']);
  const threads = threadsOf(environment['ASTERISM_THREADS']);
  return workspaceOf(await readData(path, cache), new Engine({ threads, cache, build: BUILD }));
}

/**
 * Opens what a file holds, read by the ending of its name. Nothing of it is kept on disk.
 *
 * @throws AppError `data-faulty` with every fault; `usage` when the format is not known
 */
export async function openFile(bytes: Uint8Array, fileName: string): Promise<Workspace> {
  const threads = threadsOf(process.env['ASTERISM_THREADS']);
  return workspaceOf(await readFileData(bytes, fileName), new Engine({ threads, build: BUILD }));
}

function workspaceOf(dataset: Dataset, engine: Engine): Workspace {
  const knowledge = buildKnowledgeGraph(dataset);
  const context = new Context(knowledge, VERSION, engine);
  return {
    revision: knowledge.revision,
    version: VERSION,
    build: BUILD,
    ontology: knowledge.ontology,
    warnings: dataset.warnings ?? [],
    get graph() {
      return knowledge.graph;
    },
    check: checkParameters,
    ask: (question, parameters, control) => ask(context, question, parameters, control),
    render: renderReport,
    export: async (parameters, control) => {
      // Writers of foreign formats are loaded when there is something to write.
      const { exportData } = await import('./export-data.js');
      return exportData(context, parameters, control);
    },
    warm: async () => {
      await ask(context, 'search', { q: 'a' });
      await ask(context, 'graph', {});
    },
    close: () => engine.close(),
  };
}

/** See `Workspace.check`, for which no data need be open. */
export const checkParameters: Workspace['check'] = (question, parameters) =>
  void readParameters(question, parameters);

/** See `Workspace.render`, for which no data need be open. The writers are loaded when there is something to write. */
export async function renderReport(report: Answer<'report'>): Promise<RenderedReport> {
  const writers = await import('./report/render-report.js');
  return writers.renderReport(report);
}

function threadsOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const threads = Number(text);
  if (/^\d+$/.test(text) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new AppError(
    'usage',
    `ASTERISM_THREADS is '${text}'; give a whole number from 1 to ${MOST_THREADS}, or leave it unset for all cores.`,
  );
}

function cacheOf(text: string | undefined): DiskCache | undefined {
  if (text === 'off') return undefined;
  return new DiskCache(text === undefined || text === '' ? OWN_CACHE : resolve(text));
}

async function readData(path: string, cache: DiskCache | undefined): Promise<Dataset> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new AppError('usage', `There is no data at '${path}'. Give --data a data folder or a graph file.`, {
      path,
    });
  }
  if (found.isDirectory()) return await readCachedFolder(path, cache, BUILD);
  const bytes = await readFile(path).catch(({ code }: NodeJS.ErrnoException) => {
    throw new AppError('usage', `'${path}' cannot be read (${code}). Give --data a file that can.`, { path });
  });
  return await readFileData(bytes, basename(path));
}

async function readFileData(bytes: Uint8Array, fileName: string): Promise<Dataset> {
  // Readers of foreign formats are loaded when there is one to read.
  const { importerFor } = await import('./exchange/importers.js');
  return importerFor(fileName).read(bytes, fileName);
}
