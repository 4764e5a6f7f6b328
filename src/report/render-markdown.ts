/** A report as Markdown (GitHub's dialect, for its tables). Pictures stay behind, and headings that stand over nothing else. */
import { periodText } from '../model/period-text.js';
import type { Block, Cell, Reference, ReportDocument, Span } from './document.js';
import { visible } from './escape.js';
import { figure } from './words.js';

export function renderMarkdown(document: ReportDocument): string {
  const { title, question, scope, blocks, references, colophon, command } = document;
  const parts = [
    `# ${escapeText(title)}`,
    ...(title.endsWith(question) ? [] : [`*${escapeText(question)}*`]),
    `Asked of ${escapeText(scope)}.`,
    ...withoutPictures(blocks).flatMap(block),
    ...(references.length === 0 ? [] : ['## References', references.map(reference).join('\n')]),
    '## How this was made',
    colophon.map(([name, text]) => `- ${escapeText(name)}: ${escapeText(text)}`).join('\n'),
    fence(command),
  ];
  return `${parts.join('\n\n')}\n`;
}

type Written = Exclude<Block, { is: 'figure' }>;

function withoutPictures(blocks: readonly Block[]): readonly Written[] {
  const written = blocks.filter((part): part is Written => part.is !== 'figure');
  return written.filter(
    ({ is }, i) => is !== 'heading' || ![undefined, 'heading'].includes(written[i + 1]?.is),
  );
}

function block(part: Written): string[] {
  switch (part.is) {
    case 'heading':
      return [`## ${escapeText(part.text)}`];
    case 'subheading':
      return [`### ${escapeText(part.text)}${part.mark === undefined ? '' : ` (${escapeText(part.mark)})`}`];
    case 'paragraph':
      return [spans(part.spans)];
    case 'list':
      return part.items.length === 0 ? [] : [part.items.map((item) => `- ${spans(item)}`).join('\n')];
    case 'facts':
      return [part.rows.map(([name, text]) => `- ${escapeText(name)}: ${spans(text)}`).join('\n')];
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        escapeText(part.caption),
        [
          line(part.columns.map(({ title }) => escapeText(title))),
          line(part.columns.map(({ figures }) => (figures === true ? '--:' : '---'))),
          ...part.rows.map((row) => line(row.map(cell))),
        ].join('\n'),
      ];
    }
  }
}

const cell = (value: Cell): string =>
  value === null ? '–' : typeof value === 'number' ? figure(value) : spans(value);

const spans = (all: readonly Span[]): string =>
  all
    .map((span) => {
      if (typeof span === 'string') return escapeText(span);
      if ('strong' in span) return `**${escapeText(span.strong)}**`;
      if ('dim' in span) return escapeText(span.dim);
      if ('period' in span) return escapeText(periodText(span.period));
      return `\\[${span.cite}${span.at === undefined ? '' : `, ${escapeText(span.at)}`}\\]`;
    })
    .join('');

function reference({
  number,
  title,
  authors,
  publisher,
  date,
  url,
  archivedUrl,
  reliability,
  places,
}: Reference) {
  const parts = [
    `**${escapeText(title)}**`,
    ...[authors.join(', '), publisher, date, `reliability ${reliability}`].map((text) =>
      escapeText(text ?? ''),
    ),
    url === undefined ? '' : address(url),
    archivedUrl === undefined ? '' : `archived: ${address(archivedUrl)}`,
    places.length === 0 ? '' : `cited: ${escapeText(places.join('; '))}`,
  ];
  return `${number}. ${parts.filter((text) => text !== '').join('. ')}`;
}

/** In angle brackets nothing is escaped: a backslash before each `_` would become part of the address. */
const address = (url: string) => (/^https?:\/\/[^\s<>]+$/i.test(url) ? `<${visible(url)}>` : escapeText(url));

/** Signs that mean something to Markdown, or to the HTML it may hold; line breaks, which would end a row, become spaces. */
const escapeText = (text: string) =>
  visible(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~&$]/g, '\\$&');

/** A code block whose fence is longer than any within. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}sh\n${visible(text)}\n${ticks}`;
}
