/** A publication and everything that rests on it. */
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import { countText } from '../count-text.js';
import { changeView } from '../view.js';
import { ClaimsFold } from './claim-card.js';
import { litOnHover } from './lights.js';
import classes from './panel.module.css';
import { Failed, Loading } from './panel-states.js';
import { aboutRelation, RelationStanding, relationSentence } from './relation-line.js';
import { EntityLink, SelectLink } from './selection.js';
import { SourceFacts } from './source-facts.js';
import { SpotlightButton } from './spotlight-button.js';
import { WhatFalls } from './what-falls.js';

/** Relations and their ends. */
const lightOf = (relations: Answer<'source'>['relations']) => ({
  entities: relations.flatMap(({ from, to }) => [from, to]),
  relations: relations.map(({ id }) => id),
});

export function SourceInspector({ id }: { id: string }) {
  const { data, error, refetch } = useAnswer('source', { id });
  if (error)
    return (
      <Failed error={error} retry={refetch} onPick={(other) => changeView({ select: `source:${other}` })} />
    );
  if (data === undefined) return <Loading what="the source" />;
  const { source, reliability, relations, entities } = data;
  return (
    <>
      <h2>{source.title}</h2>
      <SourceFacts source={source} reliability={reliability.words} />
      <WhatFalls key={source.id} what="source" id={source.id} />
      <h3>{countText.relations(relations.length)} it speaks of</h3>
      {source.sole === 0 ? null : (
        <p className={classes.dim}>
          Of the whole graph {countText.relations(source.sole)} would fall without it.
        </p>
      )}
      <div className={classes.actions}>
        <SpotlightButton
          light={{ ...lightOf(relations), reason: 'path' }}
          label="Spotlight what it speaks of"
        />
      </div>
      <ul>
        {relations.map((relation) => (
          <li key={relation.id} className={classes.item} {...litOnHover(lightOf([relation]))}>
            <SelectLink what="relation" id={relation.id}>
              {relationSentence(relation)}
            </SelectLink>
            <RelationStanding relation={relation} linked={false} />
            <ClaimsFold
              claims={relation.claims.filter((claim) => claim.source === source.id)}
              about={aboutRelation(relation)}
            />
          </li>
        ))}
      </ul>
      <h3>{countText.entities(entities.length)} it speaks of</h3>
      <ul>
        {entities.map((entity) => (
          <li key={entity.id} className={classes.item} {...litOnHover({ entities: [entity.id] })}>
            <EntityLink id={entity.id} name={entity.name} kind={entity.kind} />
            <ClaimsFold
              claims={entity.claims}
              about={{ what: 'entity', id: entity.id, words: entity.name }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
