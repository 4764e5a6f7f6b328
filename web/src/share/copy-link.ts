/** The address of a view, on the clipboard. */
import { openedId } from '../opened-graph.js';
import { shareValue } from '../shared-value.js';
import { type View, viewLink } from '../view.js';

const TOLD_MS = 2400;

/** Puts a link to this view, with the revision it was made from, on the clipboard. False when the browser refuses. */
export async function copyLink(view: View, revision: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(viewLink({ ...view, revision }));
    return true;
  } catch {
    return false;
  }
}

/** How copying went that the header tells of, for a moment. */
export const linkCopied = shareValue<'yes' | 'no' | undefined>(undefined);

let untold: ReturnType<typeof setTimeout> | undefined;

/** Copies a link from where nothing can be said, and has the header say how it went. */
export async function copyAndTell(view: View, revision: string): Promise<void> {
  linkCopied.set((await copyLink(view, revision)) ? 'yes' : 'no');
  clearTimeout(untold);
  untold = setTimeout(() => linkCopied.set(undefined), TOLD_MS);
}

/** What a copied link is good for. */
export const copiedWords = (): string =>
  openedId() === undefined
    ? 'Link copied'
    : 'Link copied. It opens only on this server, while it holds the file: others need the file itself';
