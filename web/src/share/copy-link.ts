/** The address of a view, on the clipboard. */
import { openedId } from '../opened-graph.js';
import { type View, viewLink } from '../view.js';

/** Puts a link to this view, with the revision it was made from, on the clipboard. False when the browser refuses. */
export async function copyLink(view: View, revision: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(viewLink({ ...view, revision }));
    return true;
  } catch {
    return false;
  }
}

/** What a copied link is good for. */
export const copiedWords = (): string =>
  openedId() === undefined
    ? 'Link copied'
    : 'Link copied. It opens only on this server, while it holds the file: others need the file itself';
