/** Files for the reader's disk: made here, or asked of the server. */
import { AskError, type Asked } from '../ask.js';

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
 * Saves an export under the server's own name for it. Fetched, not followed as a link, so that a refusal is told in the page.
 *
 * @throws AskError with the server's own words
 */
export async function saveExport(format: string, parameters: Asked): Promise<void> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) query.set(name, String(value));
  let response: Response;
  try {
    response = await fetch(`/api/v1/export/${format}?${query}`);
  } catch {
    throw new AskError({});
  }
  if (!response.ok) throw new AskError(await response.json().catch(() => ({ status: response.status })));
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  saveBlob(name ?? `asterism.${format}`, await response.blob());
}
