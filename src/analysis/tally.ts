/** How often each word came. */

export class Tally extends Map<string, number> {
  add(key: string): void {
    this.set(key, (this.get(key) ?? 0) + 1);
  }

  /** Greatest first, then by word. */
  record(): Record<string, number> {
    return Object.fromEntries([...this].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  }
}
