/** Colours and marks: what sigma's two reducers answer for a node and an edge, from the filters, the dress and what is singled out. */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { familyColor, INK, type Scheme } from '../theme.js';
import type { EdgeAttributes, NodeAttributes, SkyGraph } from './build-graph.js';
import type { Shown } from './filter.js';
import { foldBundles } from './fold.js';
import type { IconAtlas } from './icon-atlas.js';
import type { Attention } from './lit.js';
import { ENDED, isEnded, markedColor, starColor } from './marked.js';

/**
 * The names under which our programs are registered. They are those of sigma's own, which it would otherwise compile beside ours:
 * without a GPU each program costs a tenth of a second before the first star shows.
 */
export const PROGRAMS = { star: 'circle', straight: 'line', curved: 'arrow' } as const;

/** Everything that decides how the sky looks, but for what is singled out. */
export interface Look {
  readonly columns: GraphAnswer;
  readonly ontology: OntologyRecord;
  readonly shown: Shown;
  readonly scheme: Scheme;
  /** Fill and radius of an entity, by its row. */
  readonly color: (row: number, scheme: Scheme) => string;
  readonly radius: (row: number) => number;
  /** Whether all bundles show their relations one by one. */
  readonly unfolded: boolean;
  /** Selected together. */
  readonly picked: ReadonlySet<string>;
}

/** Pixels from dash to dash and inked of each, by status; of what is disputed, dots. */
export const DASHES = {
  actual: [0, 0],
  planned: [10, 6],
  hypothetical: [6, 3],
  proposed: [14, 3],
} as const satisfies Record<GraphAnswer['relations']['status'][number], readonly [number, number]>;
const RING_PX = 2.5;
const GAP_PX = 2.5;
export const DOTS = [5, 2] as const;

/** How stars and ties look, in sigma's words. */
export type Painter = Pick<ReturnType<typeof paint>, 'node' | 'edge'>;

/**
 * The two reducers. They read `attention` when they are called, so that what is singled out can change without new ones. The program
 * that draws a tie does not depend on it, nor on filters: sigma can then repaint single ties in their places.
 */
export function paint(
  look: Look,
  attention: { readonly current: Attention },
  graph: SkyGraph,
  atlas: Pick<IconAtlas, 'cellOf'>,
) {
  const { columns, ontology, shown, scheme } = look;
  const { relations } = columns;
  const ink = INK[scheme];
  const types = new Map(ontology.types.map((type) => [type.id, type]));
  const colors = new Map(ontology.types.map(({ id }) => [id, familyColor(ontology, id, scheme)] as const));
  const { bundles, curvature } = foldBundles(columns, ontology, shown, graph);
  const isUnfolded = (bundle: string) =>
    look.unfolded || attention.current.lit?.unfolded.has(bundle) === true;
  const isFolded = (bundle: string) => bundles.has(bundle) && !isUnfolded(bundle);
  const dashOf = (row: number) =>
    isEnded(shown.relationMarks[row])
      ? ENDED
      : relations.disputed[row]
        ? DOTS
        : DASHES[relations.status[row]!];
  const marks = (id: string, size: number, color: string) => {
    const { lit, relation } = attention.current;
    const selected = id === relation;
    const isLit = selected || lit?.relations.has(id) === true;
    return {
      size: selected ? size + 1.6 : isLit ? size + 0.5 : size,
      color: selected ? ink.accent : color,
      lit: isLit ? 1 : 0,
    };
  };

  const node = (id: string, attributes: NodeAttributes) => {
    const { row } = attributes;
    if (shown.entities[row] !== 0) return { ...attributes, hidden: true };
    const { lit, entity, hovered } = attention.current;
    const size = look.radius(row);
    const color = starColor(row, look.color(row, scheme), look);
    const selected = id === entity || look.picked.has(id);
    // What is not there, yet or any more, is hollow: a rim in its colour around the sky.
    const hollow = columns.entities.status[row] !== 'actual' || isEnded(shown.entityMarks[row]);
    return {
      ...attributes,
      key: id,
      size: selected ? size + RING_PX + GAP_PX : id === hovered ? size + 1.5 : size,
      color: hollow ? ink.sky : color,
      rimColor: color,
      ringColor: selected ? ink.accent : ink.sky,
      cell: atlas.cellOf(attributes.icon),
      ringSize: selected ? RING_PX : 1.5,
      gapSize: selected ? GAP_PX : 0,
      iconColor: hollow ? color : ink.onKind,
      lit: lit?.entities.has(id) === true ? 1 : 0,
    };
  };
  const edge = (id: string, attributes: EdgeAttributes) => {
    const { row, size, bundle } = attributes;
    if (attributes.rows !== undefined) {
      const folded = bundles.get(id);
      if (folded === undefined || isUnfolded(id))
        return { ...attributes, type: PROGRAMS.straight, hidden: true };
      const { family, from, width, dash, mark } = folded;
      const [dashPeriod, dashInk] = dash === undefined ? DASHES.actual : dashOf(dash);
      return {
        ...attributes,
        key: id,
        type: PROGRAMS.straight,
        arrow: from !== undefined,
        reversed: from !== undefined && from !== relations.from[row],
        dashPeriod,
        dashInk,
        ...marks(id, width, markedColor(mark, family === undefined ? ink.muted : colors.get(family)!, look)),
      };
    }
    const type = bundle === undefined ? PROGRAMS.straight : PROGRAMS.curved;
    if (shown.relations[row] !== 0 || (bundle !== undefined && isFolded(bundle)))
      return { ...attributes, type, hidden: true };
    const tie = relations.type[row]!;
    const [dashPeriod, dashInk] = dashOf(row);
    return {
      ...attributes,
      key: id,
      type,
      curvature: curvature[row]!,
      arrow: types.get(tie)?.symmetric !== true,
      dashPeriod,
      dashInk,
      ...marks(id, size, markedColor(shown.relationMarks[row], colors.get(tie) ?? ink.muted, look)),
    };
  };
  return { node, edge, bundles };
}
