/** Writers of the publications behind a graph, for reference managers. */
import type { ReferenceFormat } from '../contract/formats.js';
import type { Source } from '../contract/records.js';
import { bibtex, ris } from '../model/references.js';

export interface ReferenceExporter {
  id: ReferenceFormat;
  title: string;
  description: string;
  reference: string;
  extension: string;
  mediaType: string;
  write(sources: readonly Source[]): string;
}

/** Complete, or it does not compile. */
const byFormat: Record<ReferenceFormat, ReferenceExporter> = {
  bibtex: {
    id: 'bibtex',
    title: 'BibTeX',
    description: 'One entry a source, UTF-8; keys are the ids. Grades, origins and notes fit nowhere.',
    reference: 'https://ctan.org/pkg/bibtex',
    extension: '.bib',
    mediaType: 'application/x-bibtex; charset=utf-8',
    write: bibtex,
  },
  ris: {
    id: 'ris',
    title: 'RIS',
    description: 'One record a source, UTF-8. Grades, origins and notes fit nowhere.',
    reference: 'https://en.wikipedia.org/wiki/RIS_(file_format)',
    extension: '.ris',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    write: ris,
  },
};

export const referenceExporters: ReadonlyMap<string, ReferenceExporter> = new Map(Object.entries(byFormat));
