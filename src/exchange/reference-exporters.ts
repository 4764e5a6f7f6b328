/** Writers of the publications behind a graph, for reference managers. */
import type { ReferenceFormat } from '../contract/formats.js';
import type { Source } from '../contract/records.js';
import { bibtex, ris } from '../model/references.js';

export interface ReferenceExporter {
  extension: string;
  mediaType: string;
  write(sources: readonly Source[]): string;
}

/** Complete, or it does not compile. */
const byFormat: Record<ReferenceFormat, ReferenceExporter> = {
  bibtex: {
    extension: '.bib',
    mediaType: 'application/x-bibtex; charset=utf-8',
    write: bibtex,
  },
  ris: {
    extension: '.ris',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    write: ris,
  },
};

export const referenceExporters: ReadonlyMap<string, ReferenceExporter> = new Map(Object.entries(byFormat));
