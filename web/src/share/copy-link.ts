/** The address of a view, on the clipboard. */
import { type View, viewAddress } from '../view.js';

/** Puts a link to this view, with the revision it was made from, on the clipboard. False when the browser refuses. */
export async function copyLink(view: View, revision: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(location.origin + viewAddress({ ...view, revision }));
    return true;
  } catch {
    return false;
  }
}
