/** What no schema can see: whether records fit each other, the ontology and the calendar. */
import { didYouMean } from '../model/nearest.js';
import type { Ontology } from '../model/ontology.js';
import { checkCircles } from './check-circles.js';
import { checkDate, checkPeriod } from './check-dates.js';
import { indexFormerIds, indexIds } from './check-ids.js';
import { checkAttributes, checkEnds } from './check-relation.js';
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
  const expectSource = (id: string | undefined, path: Path, report: Report) => {
    if (id !== undefined && !sources.has(id) && !mayExist(id))
      report(path, `no source has the id ${id}${remedy(id, sources.keys())}`);
  };
  const checkOrigins = (origins: 'unknown' | string[] | undefined, path: Path, report: Report) => {
    if (origins === undefined || origins === 'unknown') return;
    for (const [i, id] of origins.entries()) expectSource(id, [...path, i], report);
  };
  const checkClaims = ({ record: { claims = [] } }: Draft<{ claims: unknown[] }>, report: Report) => {
    for (const [i, claim] of claims.entries()) {
      expectSource(claim.source, ['claims', i, 'source'], report);
      checkOrigins(claim.derivedFrom, ['claims', i, 'derivedFrom'], report);
      for (const field of ['said', 'checked', 'retracted'] as const)
        checkDate(claim[field], ['claims', i, field], report);
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

  const same = new Map<string, Place>();
  for (const draft of drafts.relations) {
    const { record, place } = draft;
    const report = reporter(place);
    const ends = { from: record.from, to: record.to };
    for (const [end, id] of Object.entries(ends)) {
      if (id === undefined || entities.has(id) || mayExist(id)) continue;
      const heir = formerIds.get(id)?.record.id;
      report(
        [end],
        heir === undefined
          ? `no entity has the id ${id}${remedy(id, entities.keys())}`
          : `${id} was merged into ${heir}; write that id`,
      );
    }
    checkPeriod(record.period, ['period'], report);
    checkClaims(draft, report);
    if (record.type === undefined) continue;
    const type = ontology?.type(record.type);
    if (ontology !== undefined && type === undefined) {
      const known = ontology.record.types.map(({ id }) => id);
      report(['type'], `no relation type has the id ${record.type}${remedy(record.type, known)}`);
    }
    if (ontology !== undefined && type !== undefined) {
      checkEnds(type, ends, (id) => entities.get(id)?.record.kind, ontology, report);
      checkAttributes(type, record.attributes ?? {}, report);
    }
    if (ends.from === undefined || ends.to === undefined) continue;
    const [a, b] = type?.symmetric && ends.from > ends.to ? [ends.to, ends.from] : [ends.from, ends.to];
    const key = `${a}\n${record.type}\n${b}\n${record.period ?? ''}`;
    const first = same.get(key);
    if (first === undefined) same.set(key, place);
    else report([], 'the same relation (from, type, to, period) stands already', first);
  }
  return findings;
}
