/** A report as one HTML file: its style inside, no script, nothing loaded from anywhere; made for the screen and for A4. */
import { createHash } from 'node:crypto';
import { periodText } from '../model/period-text.js';
import type { Block, Cell, Reference, ReportDocument, Span, Table } from './document.js';
import { escapeMarkup } from './escape.js';
import { STYLESHEET } from './stylesheet.js';
import { figure } from './words.js';

const STYLE_HASH = createHash('sha256').update(STYLESHEET).digest('base64');
const LOADS = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** Sent with the file: on top of what the file forbids itself, it is an origin of its own, and links open outside of that. */
export const HTML_POLICY = `${LOADS}; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox`;

export function renderHtml(document: ReportDocument): string {
  const { title, question, scope, blocks, references, colophon, command } = document;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${LOADS}">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)} · Asterism</title>
<style>${STYLESHEET}</style>
</head>
<body>
<header>
<p class="brand">Asterism report</p>
<h1>${escapeMarkup(title)}</h1>
${title.endsWith(question) ? '' : `<p class="question">${escapeMarkup(question)}</p>`}
<p class="scope">Asked of ${escapeMarkup(scope)}</p>
</header>
<main>
${blocks.map(block).join('\n')}
${references.length === 0 ? '' : `<section class="references"><h2>References</h2><ol>${references.map(reference).join('\n')}</ol><p class="note">Grades are the NATO Admiralty code: the letter grades the source, A to E, the digit the claim, 1 to 5; F and 6 cannot be judged.</p></section>`}
<section class="colophon"><h2>How this was made</h2>
<dl>${colophon.map(([name, text]) => `<dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(text)}</dd>`).join('\n')}
<dt>Again</dt><dd><code>${escapeMarkup(command)}</code></dd></dl></section>
</main>
</body>
</html>
`;
}

function block(part: Block): string {
  switch (part.is) {
    case 'heading':
      return `<h2>${escapeMarkup(part.text)}</h2>`;
    case 'subheading':
      return `<h3>${escapeMarkup(part.text)}${part.mark === undefined ? '' : ` <mark>${escapeMarkup(part.mark)}</mark>`}</h3>`;
    case 'paragraph':
      return `<p${part.lead === true ? ' class="lead"' : ''}>${spans(part.spans)}</p>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${spans(item)}</li>`).join('\n')}</ul>`;
    case 'facts':
      return `<dl>${part.rows.map(([name, text]) => `<dt>${escapeMarkup(name)}</dt><dd>${spans(text)}</dd>`).join('\n')}</dl>`;
    case 'figure':
      return `<figure>${part.svg.replace('<svg', () => `<svg role="img" aria-label="${escapeMarkup(part.caption)}"`)}<figcaption>${escapeMarkup(part.caption)}</figcaption></figure>`;
    case 'table':
      return table(part);
  }
}

function table({ caption, columns: all, rows: whole }: Table): string {
  const shown = all.flatMap(({ forMachines }, i) => (forMachines === true ? [] : [i]));
  const columns = shown.map((i) => all[i]!);
  const rows = whole.map((row) => shown.map((i) => row[i]!));
  const side = columns.map(({ figures, tight }) =>
    figures === true ? ' class="figures"' : tight === true ? ' class="tight"' : '',
  );
  const head = columns
    .map(({ title }, i) => `<th scope="col"${side[i]}>${escapeMarkup(title)}</th>`)
    .join('');
  const body = rows
    .map((row) => `<tr>${row.map((each, i) => `<td${side[i]}>${cell(each)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<div class="table"><table><caption>${escapeMarkup(caption)}</caption><thead><tr>${head}</tr></thead><tbody>
${rows.length === 0 ? `<tr><td colspan="${columns.length}">None.</td></tr>` : body}
</tbody></table></div>`;
}

const cell = (value: Cell): string =>
  value === null ? '–' : typeof value === 'number' ? figure(value) : spans(value);

const spans = (all: readonly Span[]): string =>
  all
    .map((span) => {
      if (typeof span === 'string') return escapeMarkup(span);
      if ('strong' in span) return `<strong>${escapeMarkup(span.strong)}</strong>`;
      if ('period' in span) return escapeMarkup(periodText(span.period));
      if ('dim' in span) return `<span class="dim">${escapeMarkup(span.dim)}</span>`;
      const at = span.at === undefined ? '' : `, ${escapeMarkup(span.at)}`;
      return `<a class="cite" href="#r${span.cite}">[${span.cite}${at}]</a>`;
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
  const by = [authors.join(', '), publisher, date].filter((text) => text !== undefined && text !== '');
  const at =
    places.length === 0 ? '' : ` <span class="dim">Cited: ${escapeMarkup(places.join('; '))}.</span>`;
  return `<li id="r${number}" value="${number}"><strong>${escapeMarkup(title)}</strong>. ${escapeMarkup(by.join('. '))}${by.length === 0 ? '' : '. '}Reliability ${escapeMarkup(reliability)}. ${link(url, url)}${link(archivedUrl, 'archived')}${at}</li>`;
}

/** Only addresses of the web are links; whatever else stands in the data stays text. */
function link(url: string | undefined, text: string | undefined): string {
  if (url === undefined || text === undefined) return '';
  if (!/^https?:\/\//i.test(url)) return `${escapeMarkup(url)} `;
  return `<a href="${escapeMarkup(url)}" target="_blank" rel="noopener noreferrer">${escapeMarkup(text)}</a> `;
}
