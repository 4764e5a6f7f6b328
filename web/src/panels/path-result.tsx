/** One path as a chain to be read downwards: names, and between them each relation with the arrow it really has. */
import { IconArrowDown, IconArrowsVertical, IconArrowUp } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { PathView, RelationView } from '../../../src/contract/answers.js';
import { SmallButton } from '../buttons.js';
import { showOnly } from '../by-hand.js';
import { notShownAlone } from '../graph/filter.js';
import type { Highlight } from '../graph/highlight.js';
import { type ShownGraph, useShown } from '../graph/use-shown.js';
import { ClaimsFold } from './claim-card.js';
import { ConfidenceBar } from './confidence-bar.js';
import { litOnHover } from './lights.js';
import classes from './panel.module.css';
import chain from './path-result.module.css';
import { aboutRelation, RelationStanding, relationSentence } from './relation-line.js';
import { EntityLink } from './selection.js';
import { SpotlightButton } from './spotlight-button.js';

type Step = PathView['steps'][number];

/** What of the graph is on it. */
export const lightOf = (path: PathView): Highlight => ({
  entities: path.nodes.map(({ id }) => id),
  relations: path.steps.flatMap((step) => step.relations.map(({ id }) => id)),
  reason: 'path',
});

/** Which way a relation points when the chain is read from `from` to the other end. */
function arrowOf(relation: RelationView, from: string): 'along' | 'against' | 'both' {
  if (relation.symmetric) return 'both';
  return relation.from === from ? 'along' : 'against';
}
const MARKS = { along: '→', against: '←', both: '↔' } as const;
const ARROWS = { along: IconArrowDown, against: IconArrowUp, both: IconArrowsVertical } as const;

/** The weakest step, when it stands out: where all are equally sure none is marked. */
function weakestOf(path: PathView): number | null {
  const { weakest, steps } = path;
  if (weakest === null) return null;
  return steps.some((step) => step.confidence !== steps[weakest]?.confidence) ? weakest : null;
}

/** The path in one line: `Argentina → hosts → Station ← operates ← PLA Aerospace Force`. */
function chainText(path: PathView): string {
  return path.nodes
    .map(({ name }, position) => {
      const relation = path.steps[position - 1]?.relations[0];
      if (relation === undefined) return name;
      const mark = MARKS[arrowOf(relation, path.steps[position - 1]!.from)];
      return `${mark} ${relation.label} ${mark} ${name}`;
    })
    .join(' ');
}

export function PathResult(properties: { path: PathView; position: number; isFirst: boolean }) {
  const { path, position, isFirst } = properties;
  const weakest = weakestOf(path);
  const graph = useShown();
  const absent = graph === undefined ? [] : absentSteps(path, graph);
  return (
    <li className={chain.path} {...litOnHover(lightOf(path))}>
      <div className={chain.head}>
        <h4>{path.length === 1 ? '1 step' : `${path.length} steps`}</h4>
        <ConfidenceBar confidence={path.confidence} />
        <SpotlightButton light={lightOf(path)} label={`Spotlight path ${position + 1}`} />
        <SmallButton
          aria-label={`Show path ${position + 1} alone`}
          disabled={graph === undefined}
          onClick={() => showAlone(path, graph!, absent)}
        >
          Alone
        </SmallButton>
      </div>
      {absent.length === 0 ? null : (
        <p className={classes.dim}>
          {absent.length === 1 ? 'One step lies' : `${absent.length} steps lie`} outside this lens, so no line
          is drawn; <b>Alone</b> draws the whole path.
        </p>
      )}
      <details className={classes.fold} open={isFirst}>
        <summary className={chain.summary}>{chainText(path)}</summary>
        <ol className={chain.chain}>
          {path.nodes.map((node, at) => (
            <Fragment key={node.id}>
              {at === 0 ? null : <StepItem step={path.steps[at - 1]!} isWeakest={weakest === at - 1} />}
              <li className={chain.node}>
                <EntityLink id={node.id} name={node.name} kind={node.kind} />
              </li>
            </Fragment>
          ))}
        </ol>
      </details>
    </li>
  );
}

/** A relation of each step that the lens holds nothing of. */
function absentSteps({ steps }: PathView, { columns }: ShownGraph): RelationView[] {
  const loaded = new Set(columns.relations.id);
  return steps.flatMap(({ relations }) =>
    relations.some(({ id }) => loaded.has(id)) ? [] : relations.slice(0, 1),
  );
}

/** Takes all else off the sky, for a picture of the path; what the lens does not hold of it is brought in. */
function showAlone(
  { nodes }: PathView,
  { columns, shown }: ShownGraph,
  absent: readonly RelationView[],
): void {
  const ids = nodes.map(({ id }) => id);
  const brought = absent.map(({ symmetric, type, from }) => `${symmetric ? 'both' : 'out'}:${type}:${from}`);
  showOnly(ids, [...notShownAlone(columns, shown, ids), ...brought]);
}

/** Steps that make no chain, such as those of a tree or a cut: each with its two ends, lit while pointed at. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ul className={classes.stack}>
      {steps.map((step) => {
        const relations = step.relations.map(({ id }) => id);
        return (
          <li
            key={`${step.from} ${step.to}`}
            className={chain.path}
            {...litOnHover({ entities: [step.from, step.to], relations })}
          >
            <ol>
              <li className={chain.node}>
                <EntityLink id={step.from} name={nameIn(step, step.from)} />
              </li>
              <StepItem step={step} isWeakest={false} />
              <li className={chain.node}>
                <EntityLink id={step.to} name={nameIn(step, step.to)} />
              </li>
            </ol>
          </li>
        );
      })}
    </ul>
  );
}

/** What an end of a step is called: its relations say so. */
function nameIn({ relations }: Step, id: string): string {
  const [relation] = relations;
  if (relation === undefined) return id;
  return relation.from === id ? relation.fromName : relation.toName;
}

function StepItem({ step, isWeakest }: { step: Step; isWeakest: boolean }) {
  return (
    <li className={chain.step} data-weakest={isWeakest || undefined}>
      {isWeakest ? <p className={chain.weakest}>weakest step</p> : null}
      <ul>
        {step.relations.map((relation) => {
          const arrow = arrowOf(relation, step.from);
          const Arrow = ARROWS[arrow];
          return (
            <li key={relation.id} className={chain.relation}>
              <Arrow size={15} aria-hidden className={chain.arrow} />
              <div>
                <span aria-hidden>{relation.label}</span>
                <span className={classes.hidden}>{relationSentence(relation)}</span>
                <RelationStanding relation={relation} />
                <ClaimsFold claims={relation.claims} about={aboutRelation(relation)} />
              </div>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
