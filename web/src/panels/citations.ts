/** Sources as BibTeX and RIS, so that they can be cited where people write. */
import type { Source } from '../../../src/contract/records.js';

/** The calendar parts that an EDTF date is sure of: `2025-03~` → 2025, 03; of an interval the start. */
function dateParts(date: string | undefined): { year?: string; month?: string; day?: string } {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?/.exec(date ?? '') ?? [];
  return { ...(year && { year }), ...(month && { month }), ...(day && { day }) };
}

const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const escapeTex = (text: string) => text.replace(/[\\~^{}$&#_%]/g, (mark) => ESCAPES[mark] ?? `\\${mark}`);

/** One source as a BibTeX `@misc`; the title keeps its capitals. */
export function bibtex(source: Source): string {
  const { year, month } = dateParts(source.date);
  const address = source.url ?? source.archivedUrl;
  const fields: [string, string | undefined][] = [
    ['title', `{${escapeTex(source.title)}}`],
    ['author', source.authors.length > 0 ? source.authors.map(escapeTex).join(' and ') : undefined],
    ['publisher', source.publisher && escapeTex(source.publisher)],
    ['year', year],
    ['month', month && String(Number(month))],
    // `url` is read verbatim by biblatex and by the url package, so only what would end the field is encoded.
    ['url', address?.replaceAll('{', '%7B').replaceAll('}', '%7D')],
    ['urldate', source.read && dateParts(source.read).day ? source.read.slice(0, 10) : undefined],
    ['language', source.language],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return `@misc{${source.id.replace(/[^\w:.-]/g, '-')},\n${lines.join('\n')}\n}\n`;
}

/** One source as a RIS record. */
export function ris(source: Source): string {
  const { year, month, day } = dateParts(source.date);
  const read = dateParts(source.read);
  const slashed = (date: { year?: string; month?: string; day?: string }) =>
    `${date.year}/${date.month ?? ''}/${date.day ?? ''}/`;
  const fields: [string, string | undefined][] = [
    ['TY', 'ELEC'],
    ['ID', source.id],
    ['TI', source.title],
    ...source.authors.map((author): [string, string] => ['AU', author]),
    ['PB', source.publisher],
    ['PY', year],
    ['DA', year && slashed({ year, ...(month && { month }), ...(day && { day }) })],
    ['UR', source.url ?? source.archivedUrl],
    ['Y2', read.year && slashed(read)],
    ['LA', source.language],
    ['ER', ''],
  ];
  return fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`]))
    .join('');
}
