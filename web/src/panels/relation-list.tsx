/** Relations as sentences, each lit while pointed at; a long list shows its beginning until asked for the rest. */
import { type ReactNode, useState } from 'react';
import type { RelationView } from '../../../src/contract/answers.js';
import { SmallButton } from '../buttons.js';
import { litOnHover } from './lights.js';
import classes from './panel.module.css';
import { RelationStanding, relationSentence } from './relation-line.js';
import { SelectLink } from './selection.js';

const FIRST = 8;

/** `note` stands below each sentence. */
export function RelationList<R extends RelationView>(properties: {
  relations: readonly R[];
  note?: (relation: R) => ReactNode;
}) {
  const { relations, note } = properties;
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? relations : relations.slice(0, FIRST);
  return (
    <>
      <ul>
        {shown.map((relation) => {
          const { id, from, to } = relation;
          return (
            <li
              key={relation.id}
              className={classes.item}
              {...litOnHover({ entities: [from, to], relations: [id] })}
            >
              <SelectLink what="relation" id={relation.id}>
                {relationSentence(relation)}
              </SelectLink>
              <RelationStanding relation={relation} linked={false} />
              {note?.(relation)}
            </li>
          );
        })}
      </ul>
      {shown.length < relations.length ? (
        <SmallButton onClick={() => setShowsAll(true)}>
          Show {(relations.length - shown.length).toLocaleString('en')} more
        </SmallButton>
      ) : null}
    </>
  );
}
