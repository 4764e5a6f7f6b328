/** Colours, marks and light: what sigma's two reducers answer for a node and an edge, from the filters, the selection and the highlight. */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { CHANGE_COLORS, familyColor, INK, kindColor, type Scheme } from '../theme.js';
import type { TimeMark } from '../time/moments.js';
import type { EdgeAttributes, NodeAttributes, SkyGraph } from './build-graph.js';
import type { Shown } from './filter.js';
import type { Highlight } from './highlight.js';
import type { IconAtlas } from './icon-atlas.js';

/**
 * The names under which our programs are registered. They are those of sigma's own, which it would otherwise compile beside ours:
 * without a GPU each program costs a tenth of a second before the first star shows.
 */
export const PROGRAMS = { star: 'circle', straight: 'line', curved: 'arrow' } as const;

/** Everything that decides how the sky looks now. */
export interface Light {
  readonly columns: GraphAnswer;
  readonly ontology: OntologyRecord;
  readonly shown: Shown;
  readonly scheme: Scheme;
  readonly select: string | undefined;
  readonly highlight: Highlight | undefined;
  readonly hovered: string | undefined;
}

/** Who is lit: undefined when everything is. `ties` tells relations apart; without it every relation among lit entities is lit. */
export interface Lit {
  readonly entities: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  /** The selection lights softly: the rest stays readable, for one looks around from it. */
  readonly soft: boolean;
}

/** What the pointer, a panel, the selection or two compared dates light, in this order; undefined when nothing is singled out. */
export function litBy(light: Light, graph: SkyGraph): Lit | undefined {
  const star = (center: string, soft = false): Lit | undefined =>
    graph.hasNode(center)
      ? {
          entities: new Set([center, ...graph.neighbors(center)]),
          relations: new Set(graph.edges(center)),
          soft,
        }
      : undefined;
  if (light.hovered !== undefined) return star(light.hovered);
  if (light.highlight !== undefined) {
    const { entities = [], relations = [] } = light.highlight;
    if (relations.length === 0 && entities.length === 1) return star(entities[0]!);
    const ends = relations.filter((id) => graph.hasEdge(id)).flatMap((id) => graph.extremities(id));
    return { entities: new Set([...entities, ...ends]), relations: new Set(relations), soft: false };
  }
  const [, what, id] = /^(entity|relation):(.*)$/s.exec(light.select ?? '') ?? [];
  if (what === 'entity') return star(id!, true);
  if (what === 'relation' && graph.hasEdge(id!))
    return { entities: new Set(graph.extremities(id!)), relations: new Set([id!]), soft: true };
  return light.shown.compares ? changed(light) : undefined;
}

/** What began or ended between the two dates, with the ends of such relations. */
function changed({ columns: { entities, relations }, shown }: Light): Lit {
  const isChanged = (bits: number, mark: TimeMark | undefined) => bits === 0 && mark !== undefined;
  const rows = relations.id.flatMap((_, row) =>
    isChanged(shown.relations[row]!, shown.relationMarks[row]) ? [row] : [],
  );
  const ends = rows.flatMap((row) => [relations.from[row]!, relations.to[row]!]);
  const own = entities.id.flatMap((_, row) =>
    isChanged(shown.entities[row]!, shown.entityMarks[row]) ? [row] : [],
  );
  return {
    entities: new Set([...ends, ...own].map((row) => entities.id[row]!)),
    relations: new Set(rows.map((row) => relations.id[row]!)),
    soft: false,
  };
}

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** `#rrggbb` with an opacity, as sigma's colour parser wants it. */
export const withOpacity = (hex: string, opacity: number) => `rgba(${channels(hex).join(',')},${opacity})`;

/** A colour faded towards another, `share` of the way. */
export function fade(hex: string, towards: string, share: number): string {
  const goal = channels(towards);
  return `#${channels(hex)
    .map((value, at) =>
      Math.round(value + (goal[at]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** How far what is not lit fades: nearly away under the pointer, half away beside a selection. */
const FADED = { hard: 0.84, soft: 0.62 };
const TIE_OPACITY = { plain: 0.62, lit: 1, soft: 0.2, hard: 0.09 };

/** Pixels from dash to dash and inked of each, by status; of what is disputed, dots. */
export const DASHES = {
  actual: [0, 0],
  planned: [10, 6],
  hypothetical: [6, 3],
  proposed: [14, 3],
} as const satisfies Record<GraphAnswer['relations']['status'][number], readonly [number, number]>;
export const ENDED = [7, 4] as const;
/** How far what only may have been fades towards the sky. */
const DOUBT = 0.5;
/** Beside what changed, what did not is grey: kinds and families have greens and reds of their own. */
const UNCHANGED = 0.35;
const RING_PX = 2.5;
const GAP_PX = 2.5;
export const DOTS = [5, 2] as const;

/** A colour of what is in doubt. */
export const faint = (hex: string, scheme: Scheme) => fade(hex, INK[scheme].sky, DOUBT);

/** The colour of a row by its mark: two of their own for what changed, fainter for what is in doubt, grey beside what changed. */
export function markedColor(
  mark: TimeMark | undefined,
  color: string,
  { shown, scheme }: Pick<Light, 'shown' | 'scheme'>,
): string {
  const ink = INK[scheme];
  if (mark === undefined) return shown.compares ? fade(ink.muted, ink.sky, UNCHANGED) : color;
  const change = mark.endsWith('began') ? 'began' : isEnded(mark) ? 'ended' : undefined;
  const own = change === undefined ? color : CHANGE_COLORS[scheme][change];
  return mark === change ? own : faint(own, scheme);
}

/** Whether it ended, or perhaps did: dashed, and hollow. */
export const isEnded = (mark: TimeMark | undefined): boolean => mark?.endsWith('ended') === true;

/**
 * The colour of a star. One that only may stand on the date keeps its own: its name is there, and its ties tell the doubt.
 */
export const starColor = (row: number, kind: string, light: Pick<Light, 'shown' | 'scheme'>): string => {
  const mark = light.shown.entityMarks[row];
  return mark === 'may-hold' ? kind : markedColor(mark, kind, light);
};

/** The two reducers for a moment. Built anew on each change of light, so that sigma's calls are look-ups. */
export function paint(light: Light, graph: SkyGraph, atlas: Pick<IconAtlas, 'cellOf'>) {
  const { columns, ontology, shown, scheme } = light;
  const ink = INK[scheme];
  const lit = litBy(light, graph);
  const types = new Map(ontology.types.map((type) => [type.id, type]));
  const colors = new Map(ontology.types.map(({ id }) => [id, familyColor(ontology, id, scheme)] as const));
  const kinds = new Map(ontology.kinds.map(({ id }) => [id, kindColor(ontology, id, scheme)] as const));
  const selectedNode = light.select?.startsWith('entity:') ? light.select.slice(7) : undefined;
  const faded = lit?.soft === true ? FADED.soft : FADED.hard;
  const unlit = lit === undefined ? 'plain' : lit.soft ? 'soft' : 'hard';
  const selectedEdge = light.select?.startsWith('relation:') ? light.select.slice(9) : undefined;

  const node = (id: string, attributes: NodeAttributes) => {
    const { row, size } = attributes;
    if (shown.entities[row] !== 0) return { ...attributes, hidden: true };
    const color = starColor(row, kinds.get(columns.entities.kind[row]!) ?? ink.muted, light);
    const dim = lit !== undefined && !lit.entities.has(id);
    const selected = id === selectedNode;
    // What is not there, yet or any more, is hollow: a rim in its colour around the sky.
    const hollow = columns.entities.status[row] !== 'actual' || isEnded(shown.entityMarks[row]);
    return {
      ...attributes,
      size: selected ? size + RING_PX + GAP_PX : id === light.hovered ? size + 1.5 : size,
      color: hollow ? ink.sky : dim ? fade(color, ink.sky, faded) : color,
      rimColor: dim ? fade(color, ink.sky, faded) : color,
      ringColor: selected ? ink.accent : ink.sky,
      cell: atlas.cellOf(attributes.icon),
      ringSize: selected ? RING_PX : 1.5,
      gapSize: selected ? GAP_PX : 0,
      iconColor: hollow ? (dim ? fade(color, ink.sky, faded) : color) : dim ? ink.sky : ink.onKind,
      zIndex: selected ? 3 : dim ? 0 : lit === undefined ? 1 : 2,
    };
  };
  const edge = (id: string, attributes: EdgeAttributes) => {
    const { row, size, curvature } = attributes;
    if (shown.relations[row] !== 0) return { ...attributes, hidden: true };
    const type = columns.relations.type[row]!;
    const singled = lit?.relations.has(id) === true;
    const mark = shown.relationMarks[row];
    const [dashPeriod, dashInk] = isEnded(mark)
      ? ENDED
      : columns.relations.disputed[row]
        ? DOTS
        : DASHES[columns.relations.status[row]!];
    const selected = id === selectedEdge;
    return {
      ...attributes,
      type: curvature === 0 ? PROGRAMS.straight : PROGRAMS.curved,
      size: selected ? size + 1.6 : singled ? size + 0.5 : size,
      arrow: types.get(type)?.symmetric !== true,
      dashPeriod,
      dashInk,
      color: selected
        ? ink.accent
        : withOpacity(
            markedColor(mark, colors.get(type) ?? ink.muted, light),
            TIE_OPACITY[singled ? 'lit' : unlit],
          ),
      zIndex: selected ? 2 : singled ? 1 : 0,
    };
  };
  return { node, edge, lit };
}
