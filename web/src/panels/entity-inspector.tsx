/** All that is known of an entity: names, period, place, identifiers, relations with their claims, ranks. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { periodText } from '../../../src/model/period-text.js';
import { useAnswer } from '../ask.js';
import { countText } from '../count-text.js';
import { useNaming } from '../graph/names.js';
import { changeView, scopeOf, useView } from '../view.js';
import { CiteClaims } from './cite-claims.js';
import { Claims } from './claim-card.js';
import { CopyReference } from './copy-reference.js';
import { EntityActions } from './entity-actions.js';
import { EntityFacts } from './entity-facts.js';
import { EntityRanks } from './entity-ranks.js';
import { EntityRelations } from './entity-relations.js';
import { HiddenNeighbors } from './hidden-neighbors.js';
import { KindBadge } from './kind-badge.js';
import { Leads } from './leads.js';
import classes from './panel.module.css';
import { Failed, Loading } from './panel-states.js';
import { PlacedAlike } from './placed-alike.js';
import { StatusMark } from './relation-line.js';
import { ReportLink, ReportTable } from './report-link.js';
import { WhatFalls } from './what-falls.js';

export function EntityInspector({ id }: { id: string }) {
  const { data, error, refetch } = useAnswer('show', { id });
  const scope = scopeOf(useView());
  const naming = useNaming();
  if (error)
    return (
      <Failed error={error} retry={refetch} onPick={(other) => changeView({ select: `entity:${other}` })} />
    );
  if (data === undefined) return <Loading what="the entity" />;
  const { entity } = data;
  return (
    <>
      <h2>{naming(id, entity.name)}</h2>
      <p className={classes.row}>
        <KindBadge kind={entity.kind} />
        <span>{periodText(entity.period)}</span>
        <StatusMark status={entity.status} />
      </p>
      {entity.summary === undefined ? null : <p className={classes.lead}>{entity.summary}</p>}
      <EntityFacts entity={entity} />
      <div className={classes.actions}>
        <EntityActions id={entity.id} />
        <ReportLink parameters={{ ...scope, name: 'actor', of: entity.id }} />
        <ReportTable
          parameters={{ ...scope, name: 'actor', of: entity.id }}
          label="Ties as CSV"
          title="Every tie with date, status, confidence and sources, for a spreadsheet"
        />
        <CopyReference title={entity.name} select={`entity:${entity.id}`} />
      </div>
      <HiddenNeighbors answer={data} />
      <RelationsInScope answer={data} />
      <h3>Claims about {entity.name} itself</h3>
      <Claims
        claims={data.claims}
        about={{ what: 'entity', id: entity.id, words: entity.name, collection: entity.collection }}
      />
      <CiteClaims
        title={entity.name}
        claims={[
          ...data.claims,
          ...data.relations.flatMap((group) => group.relations.flatMap(({ claims }) => claims)),
        ]}
      />
      <EntityRanks id={entity.id} />
      <PlacedAlike key={`alike ${entity.id}`} id={entity.id} />
      <Leads key={`leads ${entity.id}`} id={entity.id} />
      <WhatFalls key={entity.id} what="entity" id={entity.id} />
    </>
  );
}

/** Its relations within the present filters, with a word on those outside and the way to them. */
function RelationsInScope({ answer }: { answer: Answer<'show'> }) {
  const scope = scopeOf(useView());
  const isScoped = Object.keys(scope).length > 0;
  const { data } = useAnswer('show', { ...scope, id: answer.entity.id }, { enabled: isScoped });
  const [showsAll, setShowsAll] = useState(false);
  const inScope = new Set(data?.relations.flatMap((group) => group.relations.map(({ id }) => id)));
  const all = answer.relations.reduce((sum, group) => sum + group.relations.length, 0);
  const groups =
    !isScoped || data === undefined || showsAll
      ? answer.relations
      : answer.relations
          .map((group) => ({ ...group, relations: group.relations.filter(({ id }) => inScope.has(id)) }))
          .filter(({ relations }) => relations.length > 0);
  const shown = groups.reduce((sum, group) => sum + group.relations.length, 0);
  return (
    <>
      <h3>
        {shown === all
          ? countText.relations(all)
          : `${shown.toLocaleString('en')} of ${countText.relations(all)}`}
      </h3>
      {all === 0 ? <p className={classes.dim}>No relation of it is recorded.</p> : null}
      {shown === all && !showsAll ? null : (
        <p>
          {shown === all ? '' : `${(all - shown).toLocaleString('en')} lie outside the present filters. `}
          <Button size="compact-xs" variant="default" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Keep to the filters' : 'Show all'}
          </Button>
        </p>
      )}
      <EntityRelations center={answer.entity.id} groups={groups} />
    </>
  );
}
