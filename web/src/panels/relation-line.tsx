/** Relations in passing: their period, status and standing beside their names. */
import type { RelationView } from '../../../src/contract/answers.js';
import type { Entity } from '../../../src/contract/records.js';
import { periodText } from '../../../src/model/period-text.js';
import { ConfidenceBar } from './confidence-bar.js';
import type { Claimed } from './error-report.js';
import classes from './panel.module.css';
import { SelectLink } from './selection.js';

/** Planned, hypothetical, proposed; disputed. What is actual and undisputed needs no mark. */
export function StatusMark(properties: { status: Entity['status']; disputed?: boolean }) {
  const { status, disputed = false } = properties;
  return (
    <>
      {status === 'actual' ? null : <span className={classes.mark}>{status}</span>}
      {disputed ? (
        <span className={classes.mark} data-disputed>
          disputed
        </span>
      ) : null}
    </>
  );
}

/** `1 origin`, `1 to 3 origins`: how many speak for it independently of each other. */
export function originsText({ least, most }: RelationView['origins']): string {
  if (least === most) return most === 1 ? '1 origin' : `${most} origins`;
  return `${least} to ${most} origins`;
}

/** `PLA Aerospace Force subordinate to Central Military Commission`. */
export const relationSentence = (relation: RelationView) =>
  `${relation.fromName} ${relation.label} ${relation.toName}`;

/** The relation as what a claim is on. */
export const aboutRelation = (relation: RelationView): Claimed => ({
  what: 'relation',
  id: relation.id,
  words: relationSentence(relation),
  standing: [
    ...(relation.status === 'actual' ? [] : [relation.status]),
    periodText(relation.period),
    ...(relation.disputed ? ['disputed'] : []),
  ].join(', '),
  collection: relation.collection,
});

/** Period, status, dispute and confidence of a relation, with the way to all that is known of it unless `linked` is false. */
export function RelationStanding({ relation, linked = true }: { relation: RelationView; linked?: boolean }) {
  return (
    <span className={classes.row}>
      <span className={classes.dim}>{periodText(relation.period)}</span>
      <StatusMark status={relation.status} disputed={relation.disputed} />
      <ConfidenceBar confidence={relation.confidence} />
      {linked ? (
        <SelectLink what="relation" id={relation.id}>
          details<span className={classes.hidden}> of: {relationSentence(relation)}</span>
        </SelectLink>
      ) : null}
    </span>
  );
}
