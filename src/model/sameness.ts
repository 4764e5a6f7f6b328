/** When two relations are one: a data folder holds none twice. */

/** As much of a relation as makes it what it is; parts that are missing are alike. */
interface Sameness {
  from?: string | undefined;
  type?: string | undefined;
  to?: string | undefined;
  period?: string | undefined;
  attributes?: object | undefined;
}

/** The same for relations that say the same. Two financing rounds of one pair are two relations, though neither may be dated. */
export function samenessKey({ from, type, to, period, attributes }: Sameness, isSymmetric: boolean): string {
  const ends = isSymmetric && (from ?? '') > (to ?? '') ? [to, from] : [from, to];
  return JSON.stringify([...ends, type, period, attributes ?? {}]);
}
