/** Lead to the document of what is on show: as a page of its own, to read, print or save; its table as a file. */

import { type Asked, questionAddress } from '../ask.js';
import { SmallButton } from '../buttons.js';

export function ReportLink({ parameters }: { parameters: Asked }) {
  return (
    <SmallButton
      component="a"
      href={questionAddress('report', { ...parameters, format: 'html' })}
      target="_blank"
      rel="noopener"
    >
      Report
    </SmallButton>
  );
}

/** The table of the document, each row with its sources written out. */
export function ReportTable({ parameters }: { parameters: Asked }) {
  return (
    <SmallButton
      component="a"
      href={questionAddress('report', { ...parameters, format: 'csv' })}
      download={`${parameters['of']}.csv`}
      title="Every tie with date, status, confidence and sources, for a spreadsheet"
    >
      Ties as CSV
    </SmallButton>
  );
}
