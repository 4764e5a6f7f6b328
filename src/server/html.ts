/** HTML as tagged templates: whatever is put in is escaped, unless it is HTML of ours. */

/** A piece of HTML that may be put into another as it is. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Html | string | number | readonly Piece[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes a piece of HTML: html`<b>${'a < b'}</b>` holds `<b>a &lt; b</b>`. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return new Html(strings.map((text, at) => text + (at < values.length ? write(values[at]!) : '')).join(''));
}

function write(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(write).join('');
  return String(piece).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** A whole document around a body, with the stylesheet of our server-made pages. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Asterism</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/api/docs.css">
  </head>
  <body>
    ${body}
  </body>
</html>
`.text;
}
