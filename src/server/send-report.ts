/** A report is the one answer that is no JSON unless asked for: it goes out as the document it is. */
import type { Response } from 'express';
import type { RenderedReport } from '../contract/reports.js';

/** Sends a document. A page brings a policy of its own; a table is for saving, not for showing. */
export function sendReport({ mediaType, fileName, text, policy }: RenderedReport, response: Response): void {
  const use = mediaType.startsWith('text/csv') ? 'attachment' : 'inline';
  response.set({ 'content-type': mediaType, 'content-disposition': `${use}; filename="${fileName}"` });
  if (policy !== undefined) response.set('content-security-policy', policy);
  response.send(text);
}
