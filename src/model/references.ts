/** Sources as BibTeX and RIS, so that they can be cited where people write. */
import type { Source } from '../contract/records.js';

/** What a reference is, by the forms of the contract: the entry type of BibTeX with its field for the publisher, and RIS's two. */
const FORMS = {
  'article-journal': { bibtex: 'article', carrier: 'journal', ris: 'JOUR', tag: 'T2' },
  'article-newspaper': { bibtex: 'article', carrier: 'journal', ris: 'NEWS', tag: 'T2' },
  report: { bibtex: 'techreport', carrier: 'institution', ris: 'RPRT', tag: 'PB' },
  book: { bibtex: 'book', carrier: 'publisher', ris: 'BOOK', tag: 'PB' },
  dataset: { bibtex: 'misc', carrier: 'publisher', ris: 'DATA', tag: 'PB' },
  webpage: { bibtex: 'misc', carrier: 'publisher', ris: 'ELEC', tag: 'PB' },
  document: { bibtex: 'misc', carrier: 'publisher', ris: 'GEN', tag: 'PB' },
} as const satisfies Record<NonNullable<Source['form']> | 'document', Record<string, string>>;

/** Nothing said, what has an address is a page of the web. */
const formOf = ({ form, url }: Source) => FORMS[form ?? (url === undefined ? 'document' : 'webpage')];

/** The calendar parts that an EDTF date is sure of: `2025-03~` → 2025, 03; of an interval the start. */
function dateParts(date: string | undefined): { year?: string; month?: string; day?: string } {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?/.exec(date ?? '') ?? [];
  return { ...(year && { year }), ...(month && { month }), ...(day && { day }) };
}

/** Braces by name: BibTeX counts those that are escaped too, so that one without its twin would end the field or swallow the file. */
const ESCAPES: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const escapeTex = (text: string) =>
  oneLine(text).replace(/[\\~^{}$&#_%]/g, (mark) => ESCAPES[mark] ?? `\\${mark}`);

/** A name with a comma or an “and” in it is of a body, not of a person with parts. */
const author = (name: string) => (/,|\sand\s/.test(name) ? `{${escapeTex(name)}}` : escapeTex(name));

/** An address in ASCII. `url` is read verbatim by biblatex and the url package, so only what would end the field is encoded besides. */
const asciiAddress = (address: string) =>
  new URL(address).href.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');

/**
 * Sources as entries of a `.bib` file, UTF-8. Titles keep their capitals; keys are the ids, told apart where two become the same.
 *
 * @example bibtex([source]) // '@misc{the-diplomat-2025,\n  title = {{…}},\n …}\n'
 */
export function bibtex(sources: readonly Source[]): string {
  const taken = new Set<string>();
  return sources
    .map((source) => {
      const { year, month } = dateParts(source.date);
      const { bibtex: type, carrier } = formOf(source);
      const address = source.url ?? source.archivedUrl;
      const fields: [string, string | undefined][] = [
        ['title', `{${escapeTex(source.title)}}`],
        ['author', source.authors.length > 0 ? source.authors.map(author).join(' and ') : undefined],
        [carrier, source.publisher && escapeTex(source.publisher)],
        ['year', year],
        ['month', month && String(Number(month))],
        ['url', address && asciiAddress(address)],
        ['urldate', source.read && dateParts(source.read).day ? source.read.slice(0, 10) : undefined],
        [
          'note',
          source.url && source.archivedUrl
            ? `Archived at ${escapeTex(asciiAddress(source.archivedUrl))}`
            : undefined,
        ],
        ['language', source.language],
      ];
      const lines = fields.flatMap(([name, value]) =>
        value === undefined ? [] : [`  ${name} = {${value}},`],
      );
      const plain = source.id.replace(/[^\w:.-]/g, '-');
      let key = plain;
      for (let copy = 2; taken.has(key); copy++) key = `${plain}-${copy}`;
      taken.add(key);
      return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
    })
    .join('\n');
}

/** Sources as records of an `.ris` file, UTF-8 with the line ends that the format asks for. */
export const ris = (sources: readonly Source[]): string => sources.map(risRecord).join('\r\n');

function risRecord(source: Source): string {
  const { year, month, day } = dateParts(source.date);
  const read = dateParts(source.read);
  const { ris: type, tag } = formOf(source);
  const slashed = (date: { year?: string; month?: string; day?: string }) =>
    `${date.year}/${date.month ?? ''}/${date.day ?? ''}/`;
  const fields: [string, string | undefined][] = [
    ['TY', type],
    ['ID', source.id],
    ['TI', source.title],
    ...source.authors.map((name): [string, string] => ['AU', name]),
    [tag, source.publisher],
    ['PY', year],
    ['DA', year && slashed({ year, ...(month && { month }), ...(day && { day }) })],
    ['UR', source.url ?? source.archivedUrl],
    ['N1', source.url && source.archivedUrl ? `Archived at ${source.archivedUrl}` : undefined],
    ['Y2', read.year && slashed(read)],
    ['LA', source.language],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}  - ${oneLine(value)}\r\n`],
  );
  return `${lines.join('')}ER  - \r\n`;
}
