/** What one writes to a maintainer whose claim seems wrong, ready but for the fault itself. */
import type { Evidence } from '../../../src/contract/answers.js';
import type { Answer } from '../../../src/contract/questions.js';

/** What a claim is a claim on. */
export interface Claimed {
  readonly what: 'entity' | 'relation';
  readonly id: string;
  /** The relation as a sentence, the entity by name. */
  readonly words: string;
  /** Of a relation: planned, when, disputed. Whoever quotes the words alone would say more than is known. */
  readonly standing?: string;
  readonly collection?: string;
}

/** The text. A claim has no id of its own: its subject, source and locator name it. `link` leads to the subject. */
export function errorReport(meta: Answer<'meta'>, about: Claimed, claim: Evidence, link: string): string {
  return [
    `Graph: ${meta.title}, revision ${meta.revision}`,
    `Claim on: ${about.what} ${about.id}${about.collection === undefined ? '' : ` (collection ${about.collection})`}`,
    `That is: ${about.words}`,
    `Claim: ${claim.stance} (${claim.grade}): ${claim.says}`,
    `Source: ${claim.title}, ${claim.locator} (${claim.source})`,
    `View: ${link}`,
    'What is wrong: ',
  ].join('\n');
}

/** Where the maintainers of a collection take reports, the text filled in; undefined where they name no address. */
export function reportAddress(meta: Answer<'meta'>, about: Claimed, text: string): string | undefined {
  const declared = meta.collections.find(({ id }) => id === about.collection)?.reports;
  if (declared === undefined) return undefined;
  const title = `Error: ${about.words}`;
  if (declared.startsWith('mailto:'))
    return `${declared}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`;
  const address = new URL(declared);
  address.searchParams.set('title', title);
  address.searchParams.set('body', text);
  return address.href;
}
