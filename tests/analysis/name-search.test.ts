/** A name is found however its words are parted. */
import { expect, it } from 'vitest';
import { fold } from '../../src/analysis/fold-name.js';
import { NameSearch } from '../../src/analysis/name-search.js';

it('names that are all signs are told apart', () => {
  expect(fold('+')).not.toBe(fold('-'));
  expect(fold(' Tiān-Gōng! ')).toBe('tian gong');
});

it('galaxy space finds GalaxySpace before what only holds the words', () => {
  const names = ['Galaxy Space memorandum', 'ADA Space', 'GalaxySpace'];
  const search = new NameSearch(names.map((written, entity) => ({ entity, written, folded: fold(written) })));
  expect(search.search('galaxy space', 3)[0]).toEqual({ entity: 2, matched: 'GalaxySpace', score: 0.98 });
});
