/** How sure we are: Admiralty grades of claims, combined over independent origins into the confidence of a relation. */

/** The part of the ontology's grading that holds numbers: by reliability letter, then credibility 1 to 6. */
export interface ConfidenceTable {
  readonly confidence: Readonly<Record<string, readonly (number | null)[]>>;
}

/** The part of the ontology's grading that holds words. */
export interface GradeWords {
  readonly reliability: Readonly<Record<string, string>>;
  readonly credibility: Readonly<Record<string, string>>;
}

type DerivedFrom = 'unknown' | readonly string[] | undefined;

/** What grading needs to know of a claim. */
export interface GradedClaim {
  readonly source: string;
  readonly stance: 'supports' | 'disputes';
  readonly credibility: number;
  readonly derivedFrom?: DerivedFrom;
  readonly retracted?: string | undefined;
}

/** What grading needs to know of a source. */
export interface GradedSource {
  readonly reliability: string;
  readonly derivedFrom?: DerivedFrom;
}

export interface RelationConfidence {
  /** 0 to 1; null when no supporting claim can be judged. */
  confidence: number | null;
  /** Some claim that stands disputes it, judged or not. */
  disputed: boolean;
  /** Origins that support it: `least` known to be independent, `most` when all unknown ones are. */
  origins: { least: number; most: number };
}

/**
 * Confidence of one claim, 0 to 1; null when it cannot be judged (F, 6) or is not in the table.
 *
 * @example claimConfidence({ confidence: { B: [0.9, 0.8, 0.6, 0.4, 0.1, null] } }, 'B', 2) // 0.8
 */
export function claimConfidence(
  table: ConfidenceTable,
  reliability: string,
  credibility: number,
): number | null {
  return table.confidence[reliability]?.[credibility - 1] ?? null;
}

/** A grade in words, such as `usually reliable; probably true`. */
export function gradeInWords(reliability: string, credibility: number, words: GradeWords): string {
  const digit = String(credibility);
  return `${words.reliability[reliability] ?? reliability}; ${words.credibility[digit] ?? digit}`;
}

/**
 * Confidence of a relation from its claims.
 *
 * Claims that share an origin form one group, worth its best claim; groups g combine as 1 − Π(1 − g). A claim of unknown
 * origin adds no independence: it counts only when it alone is better than all known ones together. Disputing claims combine
 * in the same way, and the result is support × (1 − dispute). Retracted claims count for nothing; a source that is not found
 * cannot be judged. O(claims × sources that they lead to).
 *
 * @example two independent claims of 0.8 and 0.5 give 0.9; disputed by one of 0.4: 0.54
 */
export function relationConfidence(
  claims: readonly GradedClaim[],
  lookupSource: (id: string) => GradedSource | undefined,
  table: ConfidenceTable,
): RelationConfidence {
  const standing = claims.filter((claim) => claim.retracted === undefined);
  const support = combine(
    standing.filter((claim) => claim.stance === 'supports'),
    lookupSource,
    table,
  );
  const disputing = standing.filter((claim) => claim.stance === 'disputes');
  const dispute = disputing.length === 0 ? null : combine(disputing, lookupSource, table).confidence;
  return {
    confidence:
      support.confidence === null || dispute === null
        ? support.confidence
        : withoutDust(support.confidence * (1 - dispute)),
    disputed: disputing.length > 0,
    origins: support.origins,
  };
}

/** 0.92, where sums of 0.8 and 0.6 give 0.9199999999999999: the table that it comes from has two digits. */
const withoutDust = (value: number) => Number(value.toFixed(12));

function combine(
  claims: readonly GradedClaim[],
  lookupSource: (id: string) => GradedSource | undefined,
  table: ConfidenceTable,
): { confidence: number | null; origins: { least: number; most: number } } {
  const worth = (claim: GradedClaim) => {
    const source = lookupSource(claim.source);
    return source === undefined ? null : claimConfidence(table, source.reliability, claim.credibility);
  };
  // Most relations rest on one claim, which is one origin wherever its trail may lead.
  if (claims.length === 1) return { confidence: worth(claims[0]!), origins: { least: 1, most: 1 } };
  const groups: { origins: Set<string>; best: number | null }[] = [];
  const unknownSources = new Set<string>();
  let bestUnknown: number | null = null;
  for (const claim of claims) {
    const value = worth(claim);
    const origins = originsOf(claim, lookupSource);
    if (origins === 'unknown') {
      unknownSources.add(claim.source);
      bestUnknown = greater(bestUnknown, value);
      continue;
    }
    const group = { origins, best: value };
    for (let i = groups.length - 1; i >= 0; i--) {
      const other = groups[i]!;
      if (![...origins].some((origin) => other.origins.has(origin))) continue;
      for (const origin of other.origins) group.origins.add(origin);
      group.best = greater(group.best, other.best);
      groups.splice(i, 1);
    }
    groups.push(group);
  }
  const judged = groups.flatMap((group) => (group.best === null ? [] : [group.best]));
  // As a sum, so that a single group keeps its very number: 1 − (1 − 0.6) might miss a threshold of 0.6 by a rounding.
  const known =
    judged.length === 0 ? null : judged.reduce((sure, value) => withoutDust(sure + value - sure * value));
  return {
    confidence: greater(known, bestUnknown),
    origins: {
      least: Math.max(groups.length, Math.min(claims.length, 1)),
      most: groups.length + unknownSources.size,
    },
  };
}

/** Where a claim comes from first, as source ids. Unknown when any trail says so, or when trails only lead in a circle. */
function originsOf(
  claim: GradedClaim,
  lookupSource: (id: string) => GradedSource | undefined,
): Set<string> | 'unknown' {
  const origins = new Set<string>();
  const seen = new Set<string>();
  if (claim.derivedFrom === 'unknown') return 'unknown';
  const trail = [...(claim.derivedFrom ?? [claim.source])];
  for (let id = trail.pop(); id !== undefined; id = trail.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const derivedFrom = lookupSource(id)?.derivedFrom;
    if (derivedFrom === 'unknown') return 'unknown';
    if (derivedFrom === undefined) origins.add(id);
    else trail.push(...derivedFrom);
  }
  return origins.size === 0 ? 'unknown' : origins;
}

function greater(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

/** A confidence in two figures, and what is not nothing never told as 0: 0.962 → `0.96`, 0.003 → `<0.01`. */
export const confidenceText = (confidence: number): string =>
  confidence > 0 && confidence < 0.005 ? '<0.01' : confidence.toFixed(2);
