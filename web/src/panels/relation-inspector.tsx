/** All that is known of a relation: the sentence it makes, every claim for and against it, what its type means. */
import { Fragment } from 'react';
import { dateText, periodText } from '../../../src/model/period-text.js';
import { useAnswer } from '../ask.js';
import { changeView } from '../view.js';
import { CiteClaims } from './cite-claims.js';
import { Claims } from './claim-card.js';
import { ConfidenceBar } from './confidence-bar.js';
import { CopyReference } from './copy-reference.js';
import { useOntology } from './kind-badge.js';
import classes from './panel.module.css';
import { Failed, Loading } from './panel-states.js';
import { aboutRelation, originsText, relationSentence, StatusMark } from './relation-line.js';
import { EntityLink } from './selection.js';
import { WhatFalls } from './what-falls.js';

export function RelationInspector({ id }: { id: string }) {
  const { data, error, refetch } = useAnswer('relation', { id });
  const ontology = useOntology();
  if (error)
    return (
      <Failed error={error} retry={refetch} onPick={(other) => changeView({ select: `relation:${other}` })} />
    );
  if (data === undefined) return <Loading what="the relation" />;
  const { relation } = data;
  const type = ontology?.types.find((each) => each.id === relation.type);
  const family = ontology?.families.find((each) => each.id === type?.family);
  return (
    <>
      <h2 className={classes.sentence}>
        <EntityLink id={relation.from} name={relation.fromName} />{' '}
        <span className={classes.verb}>
          {relation.symmetric ? '↔ ' : ''}
          {relation.label}
          {relation.symmetric ? '' : ' →'}
        </span>{' '}
        <EntityLink id={relation.to} name={relation.toName} />
      </h2>
      <p className={classes.row}>
        <span>{periodText(relation.period)}</span>
        <StatusMark status={relation.status} disputed={relation.disputed} />
        <ConfidenceBar confidence={relation.confidence} />
      </p>
      <dl className={classes.facts}>
        <dt>Rests on</dt>
        <dd>
          {originsText(relation.origins)}
          {relation.origins.least === relation.origins.most
            ? ''
            : ': where the others come from is not known'}
        </dd>
        {relation.knownBy === undefined ? null : (
          <>
            <dt>Known by</dt>
            <dd>{dateText(relation.knownBy)}</dd>
          </>
        )}
        {Object.entries(relation.attributes).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{type?.attributes[name]?.description ?? name}</dt>
            <dd>
              {Array.isArray(value) ? value.join(', ') : String(value)} {type?.attributes[name]?.unit ?? ''}
            </dd>
          </Fragment>
        ))}
        <dt>Collection</dt>
        <dd>{relation.collection}</dd>
      </dl>
      <div className={classes.actions}>
        <CopyReference title={relationSentence(relation)} select={`relation:${relation.id}`} />
      </div>
      <h3>{relation.claims.length === 1 ? 'The claim' : `The ${relation.claims.length} claims`}</h3>
      <Claims claims={relation.claims} about={aboutRelation(relation)} />
      <CiteClaims title={relationSentence(relation)} claims={relation.claims} />
      <WhatFalls key={relation.id} what="relation" id={relation.id} />
      <h3>What “{relation.label}” means</h3>
      {type?.description === undefined ? null : <p>{type.description}</p>}
      <p className={classes.dim}>
        {family === undefined ? '' : `Family: ${family.label}. `}
        {relation.symmetric ? 'Reads the same both ways. ' : `Read the other way: “${relation.inverse}”. `}
        {relation.conduit
          ? 'A conduit: influence, resources, people or authority can pass along it.'
          : 'No conduit: it is shown, and left out of paths and rankings unless they are asked for all types.'}
      </p>
    </>
  );
}
