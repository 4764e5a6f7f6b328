/** Gives out slugs, one a name, the same whenever the names come in the same order. */
import { createHash } from 'node:crypto';
import { toSlug } from '../model/slug.js';

export class SlugIds {
  readonly #slugs = new Map<string, string>();
  readonly #taken = new Set<string>();

  /**
   * The slug of a name, behind a prefix. A slug that another name has, or that no letter is left of, takes the beginning of the
   * name's hash; so of two names that make one slug the first to come keeps it.
   *
   * @example of('M-V'), of('M V') // 'm-v', 'm-v-1a2b3c'
   */
  of(name: string, prefix = ''): string {
    const key = `${prefix} ${name}`;
    const known = this.#slugs.get(key);
    if (known !== undefined) return known;
    const words = toSlug(name);
    let slug = words === '' ? '' : `${prefix}${words}`;
    if (slug === '' || this.#taken.has(slug)) {
      const before = slug !== '' ? `${slug}-` : prefix === '' ? 'id-' : prefix;
      const hash = createHash('sha256').update(name).digest('hex');
      // Six digits meet by chance among some thousand names; one more tells those apart.
      for (let digits = 6; slug === '' || this.#taken.has(slug); digits++)
        slug = before + hash.slice(0, digits);
    }
    this.#slugs.set(key, slug);
    this.#taken.add(slug);
    return slug;
  }
}
