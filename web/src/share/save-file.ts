/** Files for the reader's disk: made here, or asked of the server. */
import { request } from '../ask.js';
import { apiAddress } from '../opened-graph.js';
import { csvText } from '../panels/csv-text.js';
import { fileName } from './picture-words.js';

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

/** Saves a table that was made here. `title` names the file. */
export const saveCsv = (title: string, revision: string, rows: Parameters<typeof csvText>[0]): void =>
  saveBlob(fileName(title, revision, 'csv'), new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }));

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
  const asked = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: '*/*' },
    body: JSON.stringify(rows),
  };
  const { blob, extension = format } = await request(
    apiAddress(`export/${format}`),
    asked,
    async (answer) => {
      const named = answer.headers.get('content-disposition') ?? '';
      return { blob: await answer.blob(), extension: /filename="[^".]*\.([^"]+)"/.exec(named)?.[1] };
    },
  );
  saveBlob(nameFor(extension), blob);
}
