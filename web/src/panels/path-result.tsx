/** One path as a chain to be read downwards: names, and between them each relation with the arrow it really has. */
import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowsVertical, IconArrowUp, IconFocus2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { PathView, RelationView } from '../../../src/contract/answers.js';
import type { Highlight } from '../graph/highlight.js';
import { ClaimsFold } from './claim-card.js';
import { ConfidenceBar } from './confidence-bar.js';
import { lightOut, lightUp, setSpotlight, useSpotlight } from './lights.js';
import classes from './panel.module.css';
import chain from './path-result.module.css';
import { RelationStanding, relationSentence } from './relation-line.js';
import { EntityLink } from './selection.js';

type Step = PathView['steps'][number];

const lightOf = (path: PathView, reason: Highlight['reason']): Highlight => ({
  entities: path.nodes.map(({ id }) => id),
  relations: path.steps.flatMap((step) => step.relations.map(({ id }) => id)),
  reason,
});

/** Whether the spotlight is on this path: the same relations in the same order. */
export const isLit = (path: PathView, spotlight: Highlight | undefined): boolean =>
  spotlight?.relations?.join('\n') === lightOf(path, 'path').relations?.join('\n');

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
  const lit = isLit(path, useSpotlight());
  const hover = () => lightUp(lightOf(path, 'row'));
  return (
    <li className={chain.path} onMouseEnter={hover} onMouseLeave={lightOut} onFocus={hover} onBlur={lightOut}>
      <div className={chain.head}>
        <h4>{path.length === 1 ? '1 step' : `${path.length} steps`}</h4>
        <ConfidenceBar confidence={path.confidence} />
        <Button
          size="compact-sm"
          variant={lit ? 'filled' : 'default'}
          leftSection={<IconFocus2 size={14} aria-hidden />}
          aria-pressed={lit}
          aria-label={`Spotlight path ${position + 1}`}
          onClick={() => setSpotlight(lit ? undefined : lightOf(path, 'path'))}
        >
          Spotlight
        </Button>
      </div>
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
                <ClaimsFold claims={relation.claims} />
              </div>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
