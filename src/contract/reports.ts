/** The documents that a reader can receive, and the formats they come in. */
export const REPORTS = ['centrality', 'path', 'actor', 'changes', 'sources'] as const;
export type ReportName = (typeof REPORTS)[number];

export const REPORT_FORMATS = ['html', 'md', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report in one format: its bytes as text, and under which type and with which policy a server sends them. */
export interface RenderedReport {
  mediaType: string;
  /** Of a file, such as `actor-china.html`. */
  fileName: string;
  text: string;
  /** Content security policy of a document that a browser opens. */
  policy?: string;
}
