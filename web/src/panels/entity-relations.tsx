/** The relations of an entity by type and direction: each row ends the sentence that its group's heading begins. */
import { IconArrowLeft, IconArrowRight, IconArrowsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import type { RelationView } from '../../../src/contract/answers.js';
import type { Answer } from '../../../src/contract/questions.js';
import { SmallButton } from '../buttons.js';
import { ClaimsFold } from './claim-card.js';
import { litOnHover } from './lights.js';
import classes from './panel.module.css';
import { aboutRelation, RelationStanding } from './relation-line.js';
import { EntityLink } from './selection.js';

type Group = Answer<'show'>['relations'][number];
const ARROWS = { out: IconArrowRight, in: IconArrowLeft, both: IconArrowsHorizontal } as const;
/** A nation may have thousands of relations: a group shows this many until asked for the rest. */
const FIRST = 12;

export function EntityRelations({ center, groups }: { center: string; groups: readonly Group[] }) {
  return groups.map((group) => (
    <RelationGroup key={`${group.type} ${group.direction}`} center={center} group={group} />
  ));
}

function RelationGroup({ center, group }: { center: string; group: Group }) {
  const [showsAll, setShowsAll] = useState(false);
  const Arrow = ARROWS[group.direction];
  const shown = showsAll ? group.relations : group.relations.slice(0, FIRST);
  const rest = group.relations.length - shown.length;
  return (
    <section className={classes.group}>
      <h4>
        <Arrow size={14} aria-hidden /> {group.label}{' '}
        <span className={classes.dim}>{group.relations.length.toLocaleString('en')}</span>
      </h4>
      <ul>
        {shown.map((relation) => (
          <RelationRow key={relation.id} center={center} relation={relation} />
        ))}
      </ul>
      {rest > 0 ? (
        <SmallButton onClick={() => setShowsAll(true)}>Show {rest.toLocaleString('en')} more</SmallButton>
      ) : null}
    </section>
  );
}

function RelationRow({ center, relation }: { center: string; relation: RelationView }) {
  const isOut = relation.from === center;
  const other = isOut
    ? { id: relation.to, name: relation.toName }
    : { id: relation.from, name: relation.fromName };
  return (
    <li className={classes.item} {...litOnHover({ entities: [center, other.id], relations: [relation.id] })}>
      <EntityLink {...other} />
      <RelationStanding relation={relation} />
      <ClaimsFold claims={relation.claims} about={aboutRelation(relation)} />
    </li>
  );
}
