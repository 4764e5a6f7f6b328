/** What a path through a hub is worth, and the way round: everybody meets in a nation or a party, so meeting there says little. */
import { Button } from '@mantine/core';
import type { Answer } from '../../../src/contract/questions.js';
import { useMeta } from '../graph/meta.js';
import { joinIds, splitIds } from '../id-list.js';
import { changeView, useView } from '../view.js';
import hub from './path-hubs.module.css';
import { EntityLink } from './selection.js';

/** Many paths pass many hubs; the best connected come first. */
const MOST_HUBS = 3;

/** The hubs on the way, each with a button that asks again without it. */
export function HubsOnTheWay({ answer: { hubs } }: { answer: Answer<'path'> }) {
  const { avoid } = useView();
  const kinds = useMeta().data?.ontology.kinds ?? [];
  if (hubs.length === 0) return null;
  return (
    <ul className={hub.hubs} aria-label="Hubs on the way">
      {hubs.slice(0, MOST_HUBS).map(({ id, name, kind, neighbors, detour }) => (
        <li key={id}>
          A path through <EntityLink id={id} name={name} /> says little: a{' '}
          {(kinds.find((record) => record.id === kind)?.label ?? kind).toLowerCase()} with{' '}
          {neighbors.toLocaleString('en')} neighbours.{' '}
          {detour === null ? (
            'No path avoids it.'
          ) : (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => changeView({ avoid: joinIds([...splitIds(avoid), id]) })}
            >
              Avoid it: {detour === 1 ? '1 step' : `${detour} steps`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
