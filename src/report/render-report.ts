/** A report in the format it was asked for. */
import type { Answer } from '../contract/questions.js';
import type { RenderedReport, ReportFormat } from '../contract/reports.js';
import { composeReport } from './compose-report.js';
import { renderCsv } from './render-csv.js';
import { HTML_POLICY, renderHtml } from './render-html.js';
import { renderMarkdown } from './render-markdown.js';

const MEDIA_TYPES: Record<ReportFormat, string> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

const LONGEST_STEM = 80;

/** `actor-china`, `changes-2023-12-31-2025`: the report and what it is of, in letters that every disk takes. */
function fileStem({ name, parameters }: Answer<'report'>): string {
  const {
    of = [],
    measure = [],
    from = [],
    to = [],
  } = parameters as Partial<Record<string, string | string[]>>;
  const stem = [name, of, measure, from, to].flat().join(' ').toLowerCase();
  return stem
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_STEM)
    .replace(/-$/, '');
}

/** Writes the document of a report's answers. JSON is the answers themselves; the same answers give the same bytes. */
export function renderReport(report: Answer<'report'>): RenderedReport {
  const { format } = report;
  const rendered = { mediaType: MEDIA_TYPES[format], fileName: `${fileStem(report)}.${format}` };
  if (format === 'json') return { ...rendered, text: `${JSON.stringify(report, null, 2)}\n` };
  const document = composeReport(report);
  if (format === 'md') return { ...rendered, text: renderMarkdown(document) };
  if (format === 'csv') return { ...rendered, text: renderCsv(document) };
  return { ...rendered, text: renderHtml(document), policy: HTML_POLICY };
}
