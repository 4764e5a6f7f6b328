/** What the pointer, a panel or the selection singles out, and which stars and ties have to be drawn anew when that changes. */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { parseSelection } from '../selected.js';
import type { Scheme } from '../theme.js';
import type { TimeMark } from '../time/moments.js';
import { bundleEnds, bundleKey, type SkyGraph } from './build-graph.js';
import type { Shown } from './filter.js';
import type { Highlight } from './highlight.js';

/** What is singled out, and in what. */
export interface Singled {
  readonly columns: GraphAnswer;
  readonly shown: Shown;
  readonly select: string | undefined;
  readonly highlight: Highlight | undefined;
  readonly hovered: string | undefined;
}

/** The same with all that gives it colour. */
export interface Light extends Singled {
  readonly ontology: OntologyRecord;
  readonly scheme: Scheme;
}

/** Who is lit; all else fades. */
export interface Lit {
  readonly entities: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  /** Bundles that show their relations one by one. */
  readonly unfolded: ReadonlySet<string>;
  /** The selection lights softly: the rest stays readable, for one looks around from it. */
  readonly soft: boolean;
}

/** What is lit and marked now. */
export interface Attention {
  /** Undefined when nothing is singled out. */
  readonly lit: Lit | undefined;
  readonly hovered: string | undefined;
  /** The selected entity, and the selected relation or bundle, by their keys in the graph. */
  readonly entity: string | undefined;
  readonly relation: string | undefined;
}

/** What is lit and marked, for the painter. */
export function attend(singled: Singled, graph: SkyGraph): Attention {
  return { lit: litBy(singled, graph), hovered: singled.hovered, ...selectedKeys(singled.select) };
}

/** The pointer comes before a panel's light, that before the selection, and that before two compared dates. */
export function litBy(singled: Singled, graph: SkyGraph): Lit | undefined {
  const { select, highlight, hovered } = singled;
  if (hovered !== undefined) return star(graph, hovered, false);
  if (highlight !== undefined) {
    const { entities = [], relations = [] } = highlight;
    if (relations.length === 0 && entities.length === 1) return star(graph, entities[0]!, false);
    const ties = relations.filter((id) => graph.hasEdge(id));
    return {
      entities: new Set([...entities, ...ties.flatMap((id) => graph.extremities(id))]),
      relations: new Set(relations.length === 0 ? among(graph, new Set(entities)) : ties),
      unfolded: new Set(ties.flatMap((id) => graph.getEdgeAttribute(id, 'bundle') ?? [])),
      soft: false,
    };
  }
  const { entity, relation } = selectedKeys(select);
  if (entity !== undefined) return star(graph, entity, true);
  if (relation === undefined || !graph.hasEdge(relation))
    return singled.shown.compares ? changed(singled, graph) : undefined;
  const ends = graph.extremities(relation);
  const isBundle = bundleEnds(relation) !== undefined;
  const bundle = isBundle ? relation : graph.getEdgeAttribute(relation, 'bundle');
  return {
    entities: new Set(ends),
    relations: new Set(isBundle ? graph.edges(...(ends as [string, string])) : [relation]),
    unfolded: new Set(bundle === undefined ? [] : [bundle]),
    soft: true,
  };
}

/** What began or ended between the two dates, with the ends of such relations. */
function changed({ columns: { entities, relations }, shown }: Singled, graph: SkyGraph): Lit {
  const isChanged = (bits: number, mark: TimeMark | undefined) => bits === 0 && mark !== undefined;
  const rows = relations.id.flatMap((_, row) =>
    isChanged(shown.relations[row]!, shown.relationMarks[row]) ? [row] : [],
  );
  const ends = rows.flatMap((row) => [relations.from[row]!, relations.to[row]!]);
  const own = entities.id.flatMap((_, row) =>
    isChanged(shown.entities[row]!, shown.entityMarks[row]) ? [row] : [],
  );
  const ties = rows.map((row) => relations.id[row]!);
  return {
    entities: new Set([...ends, ...own].map((row) => entities.id[row]!)),
    relations: new Set(ties),
    unfolded: new Set(
      ties.flatMap((id) => (graph.hasEdge(id) ? (graph.getEdgeAttribute(id, 'bundle') ?? []) : [])),
    ),
    soft: false,
  };
}

/** What the address selects, by its key in the graph. */
function selectedKeys(select: string | undefined) {
  const { what, id } = parseSelection(select) ?? {};
  const ends = bundleEnds(select);
  return {
    entity: what === 'entity' ? id : undefined,
    relation: what === 'relation' ? id : ends && bundleKey(...ends),
  };
}

/** An entity with its neighbours and all ties between them and it. */
function star(graph: SkyGraph, center: string, soft: boolean): Lit | undefined {
  if (!graph.hasNode(center)) return undefined;
  const ties = graph.edges(center);
  return {
    entities: new Set([center, ...graph.neighbors(center)]),
    relations: new Set(ties),
    unfolded: new Set(ties.filter((id) => bundleEnds(id) !== undefined)),
    soft,
  };
}

/** Ties with both ends in a set. O(ties of its members). */
function among(graph: SkyGraph, entities: ReadonlySet<string>): string[] {
  const ties: string[] = [];
  for (const entity of entities)
    if (graph.hasNode(entity))
      graph.forEachOutEdge(entity, (id, _, _source, target) => {
        if (entities.has(target)) ties.push(id);
      });
  return ties;
}

/** Stars and ties that look otherwise after a change of attention than before. */
export function affected(before: Attention, after: Attention, graph: SkyGraph) {
  const nodes = differing(before.lit?.entities, after.lit?.entities);
  for (const id of [before.hovered, after.hovered, before.entity, after.entity])
    if (id !== undefined) nodes.add(id);
  const edges = differing(before.lit?.relations, after.lit?.relations);
  for (const id of [before.relation, after.relation]) if (id !== undefined) edges.add(id);
  for (const bundle of differing(before.lit?.unfolded, after.lit?.unfolded)) {
    if (graph.hasEdge(bundle))
      for (const id of graph.edges(...(graph.extremities(bundle) as [string, string]))) edges.add(id);
  }
  return {
    nodes: [...nodes].filter((id) => graph.hasNode(id)),
    edges: [...edges].filter((id) => graph.hasEdge(id)),
  };
}

/** What is in one of two sets but not in both. */
function differing(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): Set<string> {
  return new Set([...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))]);
}
