/** Leads to the document of what is on show: a page of its own, to read, print or save. */
import { Button } from '@mantine/core';
import { type Asked, questionAddress } from '../ask.js';

export function ReportLink({ parameters }: { parameters: Asked }) {
  return (
    <Button
      component="a"
      href={questionAddress('report', { ...parameters, format: 'html' })}
      target="_blank"
      rel="noopener"
      size="compact-sm"
      variant="default"
    >
      Report
    </Button>
  );
}
