/** The neighbours of an entity that do not show: how many by which type, a click to show them beyond the filters, a click to undo. */
import { Button } from '@mantine/core';
import type { Answer } from '../../../src/contract/questions.js';
import { SmallButton } from '../buttons.js';
import { collapse, expand } from '../by-hand.js';
import { parseExpansion, type Way } from '../graph/expansions.js';
import { useShown } from '../graph/use-shown.js';
import { splitIds } from '../id-list.js';
import { useView } from '../view.js';
import classes from './panel.module.css';

type Group = Answer<'show'>['relations'][number];

export function HiddenNeighbors({ answer: { entity, relations: groups } }: { answer: Answer<'show'> }) {
  const graph = useShown();
  const view = useView();
  const expansions = splitIds(view.expand).filter((text) => parseExpansion(text).entity === entity.id);
  if (graph === undefined) return null;
  const { columns, shown } = graph;
  const row = columns.entities.id.indexOf(entity.id);
  if (row < 0 || shown.entities[row] !== 0)
    return (
      <p className={classes.dim}>
        It is not on the sky now.{' '}
        {splitIds(view.hide).includes(entity.id) ? null : (
          <Button size="compact-xs" variant="default" onClick={() => expand(entity.id)}>
            Show it with its ties
          </Button>
        )}
      </p>
    );
  const visible = new Set<string>();
  columns.relations.id.forEach((_, tie) => {
    if (shown.relations[tie] !== 0) return;
    const from = columns.relations.from[tie]!;
    const to = columns.relations.to[tie]!;
    if (from === row || to === row) visible.add(columns.entities.id[from === row ? to : from]!);
  });
  const hiddenOf = ({ relations }: Group) =>
    new Set(
      relations
        .map(({ from, to }) => (from === entity.id ? to : from))
        .filter((other) => other !== entity.id && !visible.has(other)),
    );
  const hidden = groups
    .map((group) => ({ ...group, others: hiddenOf(group) }))
    .filter(({ others }) => others.size > 0);
  const total = new Set(hidden.flatMap(({ others }) => [...others])).size;
  const labelOf = (way: Way, type: string) =>
    groups.find((group) => group.direction === way && group.type === type)?.label ?? type;
  if (total === 0 && expansions.length === 0) return null;
  return (
    <section aria-label="Neighbours that do not show">
      <h3>
        {total === 0
          ? 'All its neighbours show'
          : `${total.toLocaleString('en')} ${total === 1 ? 'neighbour does' : 'neighbours do'} not show`}
      </h3>
      <div className={classes.choices}>
        {hidden.map(({ type, direction, label, others }) => (
          <SmallButton
            key={`${direction} ${type}`}
            className={classes.wrapping}
            onClick={() => expand(`${direction}:${type}:${entity.id}`)}
            aria-label={`${label} +${others.size.toLocaleString('en')}: show ${others.size === 1 ? 'it' : 'them'}`}
          >
            {label} +{others.size.toLocaleString('en')}
          </SmallButton>
        ))}
        {expansions.map((text) => {
          const { by } = parseExpansion(text);
          const label = by === undefined ? 'the entity itself' : labelOf(by.way, by.type);
          return (
            <Button
              key={text}
              className={classes.wrapping}
              size="compact-sm"
              variant="light"
              onClick={() => collapse(text)}
            >
              Undo: {label}
            </Button>
          );
        })}
      </div>
    </section>
  );
}
