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

/** The main table of the document as a file, each row with its sources written out. */
export function ReportTable(properties: { parameters: Asked; title: string; label?: string }) {
  const { parameters, title, label = 'CSV' } = properties;
  return (
    <SmallButton
      component="a"
      href={questionAddress('report', { ...parameters, format: 'csv' })}
      download
      title={title}
    >
      {label}
    </SmallButton>
  );
}
