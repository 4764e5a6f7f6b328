/** Which rows of `orgs.tsv` are one organisation: names that share a UCode, but for bodies that only stand in another's place. */

/** Rows that a UCode joins and that are several bodies all the same; each group of codes is a body of its own. */
interface Exception {
  codes: readonly string[];
  reason: string;
  /** The body ended on this date, although the catalogue still names it for later payloads. */
  ended?: { date: string; reason: string };
}

const EXCEPTIONS: readonly Exception[] = [
  {
    codes: ['ZLZB'],
    reason:
      'The Strategic Support Force was set up in 2016 as a force of its own; of the General Armament Department it took over the space side only.',
    ended: {
      date: '2024-04-19',
      reason: 'The force was dissolved on 19 April 2024; the catalogue goes on naming it',
    },
  },
  {
    codes: ['CASC1'],
    reason: 'China Aerospace Corporation was split in July 1999 into two corporations, CASC and CASIC.',
  },
  {
    codes: ['CNSA'],
    reason:
      'The ministry was dissolved in 1993 into a corporation and this agency; neither is the ministry under another name.',
  },
  {
    codes: ['GB5'],
    reason: 'An academy of the defence ministry; the ministry of 1964 was built on it and on more.',
  },
  {
    codes: ['CNSAS'],
    reason:
      'An administration under another ministry, which took over a part of the commission dissolved in 2008.',
  },
  {
    codes: ['GZZB'],
    reason: 'The ministry of 2018 was made of several bodies, of which the former one was the largest.',
  },
  { codes: ['RU'], reason: 'Russia is one of the states that came out of the Soviet Union.' },
  { codes: ['CSSR', 'CSFR'], reason: 'Czechoslovakia was divided into two states in 1993.' },
  { codes: ['TTPI'], reason: 'The trust territory became several states.' },
  {
    codes: ['I-ESRO'],
    reason: 'The European Space Agency was founded in 1975 in place of two organisations.',
  },
];

/** The exception that a code falls under. */
export const lineageException = (code: string): Exception | undefined =>
  EXCEPTIONS.find(({ codes }) => codes.includes(code));

/** A row as far as its lineage goes. */
interface Member {
  code: string;
  /** UCode. */
  shared: string;
  /** Entity of the target that the code stands for. */
  identity: string | undefined;
}

/**
 * Groups rows into bodies: `key` names the body, in the order of the rows. Rows of one UCode are one body, with these
 * exceptions: the table above, and identities, since a graph that keeps two entities for two of the names knows them as two
 * bodies. A single identity stands for the whole lineage. O(rows).
 */
export function groupLineages<T extends Member>(members: readonly T[]): Map<string, T[]> {
  const identities = new Map<string, Set<string>>();
  for (const { code, shared, identity } of members) {
    if (identity === undefined || lineageException(code) !== undefined) continue;
    identities.set(shared, (identities.get(shared) ?? new Set()).add(identity));
  }
  const withIdentity = new Set(
    members.flatMap(({ code, identity }) => (identity === undefined ? [] : [code])),
  );
  /** What a lineage calls its rows without identity: its UCode, unless that is itself the code of an entity. */
  const rests = new Map<string, string>();
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const exception = lineageException(member.code);
    const known = identities.get(member.shared) ?? new Set();
    const identity =
      member.identity ?? (exception === undefined && known.size === 1 ? [...known][0] : undefined);
    const key =
      identity !== undefined
        ? `identity ${identity}`
        : exception !== undefined
          ? `code ${exception.codes[0]}`
          : `code ${restOf(member)}`;
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return groups;

  function restOf({ code, shared }: T): string {
    const rest = rests.get(shared) ?? (withIdentity.has(shared) ? code : shared);
    rests.set(shared, rest);
    return rest;
  }
}
