/** How several actors hang together, and what would part two of them. */
import { AppError } from '../../contract/errors.js';
import type { Answer, Parameters } from '../../contract/questions.js';
import { steinerTree } from '../../kernels/steiner-tree.js';
import { UnitFlow } from '../../kernels/unit-flow.js';
import { type Context, scopeOf } from '../context.js';
import { PATH_DEFAULTS } from '../defaults.js';
import { viewStep } from '../path-views.js';

export function answerConnect(context: Context, parameters: Parameters<'connect'>): Answer<'connect'> {
  const terminals = [...new Set(parameters.ids.map((reference) => context.entity(reference)))];
  if (terminals.length < 2) {
    throw new AppError('invalid-parameter', 'ids: give two different entities or more.', {
      parameter: 'ids',
    });
  }
  const avoid = (parameters.avoid ?? []).map((reference) => context.entity(reference));
  const both = avoid.find((entity) => terminals.includes(entity));
  if (both !== undefined) {
    throw new AppError('invalid-parameter', `avoid: '${context.reference(both).id}' is also to be joined.`, {
      parameter: 'avoid',
    });
  }
  const scoped = context.scope(scopeOf(parameters), PATH_DEFAULTS);
  const { csr, members, nodeOf } = context.snapshot(scoped, { direction: 'any' });
  const present = terminals.filter((entity) => nodeOf[entity] !== -1);
  const blocked = new Uint8Array(csr.size);
  for (const entity of avoid) if (nodeOf[entity] !== -1) blocked[nodeOf[entity]!] = 1;
  const { edges, groups } = steinerTree(
    csr,
    present.map((entity) => nodeOf[entity]!),
    blocked,
  );
  const absent = terminals.filter((entity) => nodeOf[entity] === -1);
  const together = [...new Set(groups)].map((group) => present.filter((_, i) => groups[i] === group));
  const islands = [...together, ...absent.map((entity) => [entity])];
  const entities = new Set([...terminals, ...edges.flat().map((node) => members[node]!)]);
  return {
    revision: context.knowledge.revision,
    scope: scoped.answer,
    terminals: terminals.map((entity) => context.reference(entity)),
    connected: islands.length === 1,
    groups: islands.map((island) => island.map((entity) => context.reference(entity).id)),
    entities: [...entities].map((entity) => ({
      ...context.reference(entity),
      terminal: terminals.includes(entity),
    })),
    steps: edges.map(([a, b]) => viewStep(context, scoped, [members[a]!, members[b]!], 'any')),
    bound: 2 * (1 - 1 / terminals.length),
  };
}

export function answerCut(context: Context, parameters: Parameters<'cut'>): Answer<'cut'> {
  const [from, to] = context.ends(parameters.from, parameters.to);
  const { by, direction } = parameters;
  const scoped = context.scope(scopeOf(parameters), PATH_DEFAULTS);
  const { csr, members, nodeOf } = context.snapshot(scoped, { direction });
  const [source, target] = [nodeOf[from]!, nodeOf[to]!];
  const head = {
    revision: context.knowledge.revision,
    scope: scoped.answer,
    from: context.reference(from),
    to: context.reference(to),
    by,
  };
  if (source === -1 || target === -1) return { ...head, size: 0, entities: [], ties: [] };
  const tied = csr.targets.subarray(csr.offsets[source], csr.offsets[source + 1]).includes(target);
  if (by === 'entities' && tied) {
    return { ...head, size: null, entities: [], ties: [viewStep(context, scoped, [from, to], direction)] };
  }
  const flow = new UnitFlow(csr, source, target, by === 'entities' ? 'nodes' : 'arcs');
  flow.fill();
  const parts = flow.cut().map((nodes) => nodes.map((node) => members[node]!));
  return {
    ...head,
    size: flow.value,
    entities: by === 'entities' ? parts.map(([entity]) => context.reference(entity!)) : [],
    ties: by === 'ties' ? parts.map(([a, b]) => viewStep(context, scoped, [a!, b!], direction)) : [],
  };
}
