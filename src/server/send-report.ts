/** A report is the one answer that is no JSON unless asked for: it goes out as the document it is. */
import type { Response } from 'express';
import type { Answer } from '../contract/questions.js';
import { renderReport } from '../workspace.js';

/** Sends the document in its format. A page brings a policy of its own; a table is for saving, not for showing. */
export async function sendReport(report: Answer<'report'>, response: Response): Promise<void> {
  const { mediaType, fileName, text, policy } = await renderReport(report);
  const use = report.format === 'csv' ? 'attachment' : 'inline';
  response.set({ 'content-type': mediaType, 'content-disposition': `${use}; filename="${fileName}"` });
  if (policy !== undefined) response.set('content-security-policy', policy);
  response.send(text);
}
