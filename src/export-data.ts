/** Data out of an opened graph: a file of another format, of the whole or of what a scope leaves. */
import { IDLE, readWith } from './analysis/ask.js';
import { type Context, scopeOf, UnknownName } from './analysis/context.js';
import { VIEW_DEFAULTS } from './analysis/defaults.js';
import { makeEach, otherWork } from './analysis/other-work.js';
import { AppError } from './contract/errors.js';
import { type ExportedFile, exportParametersSchema, exportRowsParametersSchema } from './contract/exports.js';
import type { TaskControl } from './contract/questions.js';
import type { Entity, Source } from './contract/records.js';
import type { Scope } from './contract/scope.js';
import { exporters } from './exchange/exporters.js';
import { referenceExporters } from './exchange/reference-exporters.js';
import { bfs } from './kernels/bfs.js';
import { toSlug } from './model/slug.js';

/**
 * Writes the graph, or the part of it that a scope leaves or that is listed, or the publications behind that part.
 *
 * @param raw parameters as `contract/exports` says, text or typed; with `entities` in them those of listed rows
 * @throws AppError `invalid-parameter`, `unknown-parameter`, `unknown-entity`, `unknown-relation`, `ambiguous-name`; the signal's reason once that aborts
 */
export async function exportData(
  context: Context,
  raw: unknown,
  control: TaskControl = IDLE,
): Promise<ExportedFile> {
  const { format, words, kept } =
    typeof raw === 'object' && raw !== null && 'entities' in raw
      ? listedPart(context, raw)
      : await scopedPart(context, raw);
  const exporter = exporters.get(format);
  const referenceExporter = referenceExporters.get(format);
  if (exporter === undefined && referenceExporter === undefined) {
    const known = [...exporters.keys(), ...referenceExporters.keys()];
    throw new AppError('invalid-parameter', `format: there is no '${format}'. Known: ${known.join(', ')}.`, {
      parameter: 'format',
      known,
    });
  }
  const { knowledge } = context;
  const entities = knowledge.entities.filter((_, i) => kept.entities[i] === 1);
  const rows = [...knowledge.relations.keys()].filter((i) => kept.relations[i] === 1);
  const relations = await makeEach(rows, control, (i) => ({
    ...knowledge.relations[i]!,
    confidence: knowledge.standings[i]!.confidence,
  }));
  const { extension, mediaType } = (exporter ?? referenceExporter)!;
  const { ontology, revision } = knowledge;
  const text =
    exporter === undefined
      ? referenceExporter!.write(citedBy(context, [...entities, ...relations]))
      : await inSteps(exporter.write({ entities, relations, ontology }), control);
  // A header carries ASCII; of a title in Chinese nothing is left, and the rest tells enough.
  const fileName = [ontology.record.title, ...words, revision.slice(0, 7)]
    .map((word) => toSlug(word ?? ''))
    .filter((word) => word !== '')
    .join('-');
  return { mediaType, fileName: `${fileName}${extension}`, text };
}

function citedBy({ knowledge }: Context, records: readonly Pick<Entity, 'claims'>[]): Source[] {
  const cited = new Set<string>();
  for (const { claims } of records) for (const { source } of claims) cited.add(source);
  return [...knowledge.sources.values()].filter(({ id }) => cited.has(id));
}

/** Writes a file, and gives way to other questions between its steps. */
async function inSteps(writing: Generator<undefined, string>, control: TaskControl): Promise<string> {
  for (;;) {
    const step = writing.next();
    if (step.done === true) return step.value;
    await otherWork(control);
  }
}

/** What is to be written: masks as a scope has them, and words that name the file. */
interface Part {
  readonly format: string;
  readonly words: readonly (string | undefined)[];
  readonly kept: { readonly entities: Uint8Array; readonly relations: Uint8Array };
}

async function scopedPart(context: Context, raw: unknown): Promise<Part> {
  const { format, around, depth, ...asked } = readWith(exportParametersSchema, raw);
  const scope = scopeOf(asked);
  if (depth !== undefined && around === undefined)
    throw new AppError('invalid-parameter', 'depth: goes with `around`, the entity that is in the middle.', {
      parameter: 'depth',
    });
  const kept =
    around === undefined
      ? context.scope(scope, VIEW_DEFAULTS)
      : await neighborhoodOf(context, scope, around, depth ?? 1);
  return { format, words: [asked.lens, around, asked.asOf], kept };
}

function listedPart({ knowledge }: Context, raw: object): Part {
  const { format, entities, relations } = readWith(exportRowsParametersSchema, raw);
  const { entityPosition, relationPosition, from, to } = knowledge;
  const kept = {
    entities: new Uint8Array(knowledge.entities.length),
    relations: new Uint8Array(knowledge.relations.length),
  };
  for (const id of entities) {
    const row = entityPosition.get(id);
    if (row === undefined)
      throw new AppError('unknown-entity', `entities: there is none with the id '${id}' in this revision.`);
    kept.entities[row] = 1;
  }
  for (const id of relations) {
    const row = relationPosition.get(id);
    if (row === undefined)
      throw new AppError(
        'unknown-relation',
        `relations: there is none with the id '${id}' in this revision.`,
      );
    if (kept.entities[from[row]!] === 0 || kept.entities[to[row]!] === 0)
      throw new AppError('invalid-parameter', `relations: '${id}' leads to an entity that is not listed.`, {
        parameter: 'relations',
      });
    kept.relations[row] = 1;
  }
  return { format, words: ['view'], kept };
}

/** The part of a scope within so many steps of one entity: masks as a scope has them. */
async function neighborhoodOf(context: Context, scope: Scope, around: string, depth: number) {
  const scoped = context.scope(scope, VIEW_DEFAULTS);
  const { csr, members, nodeOf } = context.snapshot(scoped, { direction: 'any' });
  const { from, to } = context.knowledge;
  const center = await find(context, around);
  const start = nodeOf[center]!;
  if (start === -1) throw context.outsideScope('around', center, 'Choose another lens, or a wider scope.');
  const entities = new Uint8Array(scoped.entities.length);
  for (const node of bfs(csr, start, depth).nodes) entities[members[node]!] = 1;
  const relations = scoped.relations.map((kept, i) => kept & entities[from[i]!]! & entities[to[i]!]!);
  return { entities, relations };
}

async function find(context: Context, reference: string): Promise<number> {
  try {
    return context.entity(reference);
  } catch (thrown) {
    throw thrown instanceof UnknownName ? await context.unknownEntity(thrown) : thrown;
  }
}
