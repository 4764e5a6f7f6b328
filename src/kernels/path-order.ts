/** In which order paths stand, by node positions: shorter ones first, equally long ones in lexicographic order. */
export function byLengthThenNodes(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const differing = a.findIndex((node, i) => node !== b[i]);
  return differing === -1 ? 0 : a[differing]! - b[differing]!;
}
