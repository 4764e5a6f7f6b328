/** Leads to the document of what is on show: a page of its own, to read, print or save. */

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
