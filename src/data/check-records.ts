/** What no schema can see: whether records fit each other, the ontology and the calendar. */
import { didYouMean } from '../model/nearest.js';
import type { Ontology } from '../model/ontology.js';
import { checkCircles } from './check-circles.js';
import { checkDate, checkPeriod } from './check-dates.js';
import { indexFormerIds, indexIds } from './check-ids.js';
import { checkAttributes, checkEnds } from './check-relation.js';
import { checkTwins } from './check-twins.js';
import type { Draft, Drafts, Finding, Path, Place, Report } from './drafts.js';

/** Searching for the nearest id costs time in a large graph; past this many a folder has another problem than typing errors. */
const MOST_REMEDIES = 1000;

/**
 * All faults of records among each other. Fields that a draft lacks are passed over, as their fault is known already; without
 * an ontology so is all that needs one. `mayExist` says of an id that a file which could not be read may hold it, so that one
 * syntax error does not make every reference to that file a fault. O(records) in sound data.
 */
export function checkRecords(
  drafts: Drafts,
  ontology: Ontology | undefined,
  mayExist: (id: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  const reporter =
    (place: Place): Report =>
    (path, message, also) =>
      findings.push({ place, path, message, ...(also === undefined ? {} : { also }) });
  const sources = indexIds(drafts.sources, 'source', reporter);
  const entities = indexIds(drafts.entities, 'entity', reporter);
  indexIds(drafts.relations, 'relation', reporter);
  const formerIds = indexFormerIds(drafts.entities, entities, reporter);

  let remedies = 0;
  const remedy = (id: string, known: Iterable<string>) =>
    remedies++ < MOST_REMEDIES ? didYouMean(id, known) : '';
  // Paths are made for faults only: sound data, of which there may be a million records, costs look-ups and nothing else.
  const isUnknown = (id: string | undefined) => id !== undefined && !sources.has(id) && !mayExist(id);
  const missing = (id: string | undefined) => `no source has the id ${id}${remedy(id ?? '', sources.keys())}`;
  const checkOrigins = (origins: 'unknown' | string[] | undefined, path: Path, report: Report) => {
    if (origins === undefined || origins === 'unknown') return;
    for (const [i, id] of origins.entries()) if (isUnknown(id)) report([...path, i], missing(id));
  };
  const checkClaims = ({ record: { claims = [] } }: Draft<{ claims: unknown[] }>, report: Report) => {
    for (let i = 0; i < claims.length; i++) {
      const claim = claims[i]!;
      if (isUnknown(claim.source)) report(['claims', i, 'source'], missing(claim.source));
      if (claim.derivedFrom !== undefined)
        checkOrigins(claim.derivedFrom, ['claims', i, 'derivedFrom'], report);
      if (claim.said !== undefined) checkDate(claim.said, ['claims', i, 'said'], report);
      if (claim.checked !== undefined) checkDate(claim.checked, ['claims', i, 'checked'], report);
      if (claim.retracted !== undefined) checkDate(claim.retracted, ['claims', i, 'retracted'], report);
    }
  };

  for (const { record, place } of drafts.sources) {
    const report = reporter(place);
    checkDate(record.date, ['date'], report);
    checkDate(record.read, ['read'], report);
    checkOrigins(record.derivedFrom, ['derivedFrom'], report);
  }
  checkCircles(sources, reporter);

  for (const draft of drafts.entities) {
    const { record, place } = draft;
    const report = reporter(place);
    if (ontology !== undefined && record.kind !== undefined && ontology.kind(record.kind) === undefined) {
      const known = ontology.record.kinds.map((kind) => kind.id);
      report(['kind'], `no kind has the id ${record.kind}${remedy(record.kind, known)}`);
    }
    checkPeriod(record.period, ['period'], report);
    for (const [i, { period }] of (record.formerNames ?? []).entries())
      checkPeriod(period, ['formerNames', i, 'period'], report);
    for (const [scheme, values] of Object.entries(record.identifiers ?? {}))
      if (typeof values !== 'string')
        for (const [i, { period }] of values.entries())
          checkPeriod(period, ['identifiers', scheme, i, 'period'], report);
    checkClaims(draft, report);
  }

  for (const draft of drafts.relations) {
    const { record, place } = draft;
    const report = reporter(place);
    for (const end of ['from', 'to'] as const) {
      const id = record[end];
      if (id === undefined || entities.has(id) || mayExist(id)) continue;
      const heir = formerIds.get(id)?.record.id;
      report(
        [end],
        heir === undefined
          ? `no entity has the id ${id}${remedy(id, entities.keys())}`
          : `${id} was merged into ${heir}; write that id`,
      );
    }
    if (record.period !== undefined) checkPeriod(record.period, ['period'], report);
    checkClaims(draft, report);
    if (record.type === undefined) continue;
    const type = ontology?.type(record.type);
    if (ontology !== undefined && type === undefined) {
      const known = ontology.record.types.map(({ id }) => id);
      report(['type'], `no relation type has the id ${record.type}${remedy(record.type, known)}`);
    }
    if (ontology !== undefined && type !== undefined) {
      checkEnds(type, record, (id) => entities.get(id)?.record.kind, ontology, report);
      if (record.attributes !== undefined) checkAttributes(type, record.attributes, report);
    }
  }
  checkTwins(drafts.relations, entities.keys(), ontology, reporter);
  return findings;
}
