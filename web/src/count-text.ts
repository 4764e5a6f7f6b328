/** Counts in words. */
const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** `42 entities`, `1 relation`: a count with its noun. */
export const countText = {
  entities: (count: number) => plural(count, 'entity', 'entities'),
  relations: (count: number) => plural(count, 'relation', 'relations'),
  claims: (count: number) => plural(count, 'claim', 'claims'),
  sources: (count: number) => plural(count, 'source', 'sources'),
  ties: (count: number) => plural(count, 'tie', 'ties'),
};
