/** Files for the reader's disk: made here, or asked of the server. */
import { AskError } from '../ask.js';
import { apiAddress } from '../opened-graph.js';

/** Hands bytes to the browser as a file. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // Revoked late: Safari reads the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Saves rows in a format, under the name made for its extension. Fetched, not followed as a link, so that a refusal is told in the
 * page.
 *
 * @throws AskError with the server's own words
 */
export async function saveExport(
  format: string,
  rows: { entities: readonly string[]; relations: readonly string[] },
  nameFor: (extension: string) => string,
): Promise<void> {
  let response: Response;
  try {
    response = await fetch(apiAddress(`export/${format}`), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rows),
    });
  } catch {
    throw new AskError({});
  }
  if (!response.ok) throw new AskError(await response.json().catch(() => ({ status: response.status })));
  const [, extension] =
    /filename="[^".]*\.([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  saveBlob(nameFor(extension ?? format), await response.blob());
}
