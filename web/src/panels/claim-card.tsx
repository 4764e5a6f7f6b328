/** Claims as evidence: what is said, by whom, where, how well graded; supporting beside disputing. */
import { IconCircleCheck, IconMessageX } from '@tabler/icons-react';
import type { Evidence } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { dateText } from '../../../src/model/period-text.js';
import { countText } from '../count-text.js';
import { CopyCitation } from './copy-citation.js';
import type { Claimed } from './error-report.js';
import { useOntology } from './kind-badge.js';
import classes from './panel.module.css';
import { ReportError } from './report-error.js';
import { EntityLink, SelectLink } from './selection.js';

type Reliability = keyof OntologyRecord['grading']['reliability'];
type Credibility = keyof OntologyRecord['grading']['credibility'];

/** `B2` in words: `usually reliable source, probably true`, as the ontology has them. */
export function gradeText(ontology: OntologyRecord | undefined, grade: string): string {
  const reliability = ontology?.grading.reliability[grade.charAt(0) as Reliability];
  const credibility = ontology?.grading.credibility[grade.charAt(1) as Credibility];
  return [reliability, credibility].filter((words) => words !== undefined).join('; ');
}

function ClaimCard({ claim, about }: { claim: Evidence; about: Claimed }) {
  const ontology = useOntology();
  const supports = claim.stance === 'supports';
  const isRetracted = claim.retracted !== undefined;
  return (
    <li className={classes.claim} data-stance={claim.stance} data-retracted={isRetracted || undefined}>
      <p className={classes.stance}>
        {supports ? <IconCircleCheck aria-hidden size={14} /> : <IconMessageX aria-hidden size={14} />}
        {supports ? 'supports' : 'disputes'}
        {isRetracted ? `, withdrawn ${dateText(claim.retracted!)}` : ''}
      </p>
      <p className={classes.says}>{claim.says}</p>
      {claim.asserter === undefined ? null : (
        <p className={classes.dim}>
          said by{' '}
          {claim.asserterName === undefined ? (
            <b>{claim.asserter}</b>
          ) : (
            <EntityLink id={claim.asserter} name={claim.asserterName} />
          )}
        </p>
      )}
      <p className={classes.dim}>
        <SelectLink what="source" id={claim.source}>
          {claim.title}
        </SelectLink>
        , {claim.publisher === undefined ? '' : `${claim.publisher}, `}
        {claim.locator}
        {claim.published === undefined ? '' : `, ${dateText(claim.published)}`}
      </p>
      <p className={classes.dim}>
        <b>{claim.grade}</b> {gradeText(ontology, claim.grade)}
      </p>
      <p className={classes.claimActions}>
        <CopyCitation claim={claim} about={about} grade={gradeText(ontology, claim.grade)} />
        <ReportError claim={claim} about={about} />
      </p>
    </li>
  );
}

/** Claims in order, supporting first and disputing beside them where there is room. */
export function Claims({ claims, about }: { claims: readonly Evidence[]; about: Claimed }) {
  const disputing = claims.filter(({ stance }) => stance === 'disputes');
  const supporting = claims.filter(({ stance }) => stance === 'supports');
  if (claims.length === 0) return <p className={classes.dim}>No claim is recorded.</p>;
  return (
    <div className={classes.sides} data-both={(disputing.length > 0 && supporting.length > 0) || undefined}>
      {[supporting, disputing].map((side) =>
        side.length === 0 ? null : (
          <ul className={classes.claims} key={side[0]!.stance}>
            {side.map((claim, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: claims have no id and never change order within an answer
              <ClaimCard key={position} claim={claim} about={about} />
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

/** Claims one click away. */
export function ClaimsFold({ claims, about }: { claims: readonly Evidence[]; about: Claimed }) {
  return (
    <details className={classes.fold}>
      <summary>{countText.claims(claims.length)}</summary>
      <Claims claims={claims} about={about} />
    </details>
  );
}
