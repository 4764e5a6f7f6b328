/** The formats that can be read: a new one is one file, one line here and its name in the contract. */
import { AppError } from '../contract/errors.js';
import type { ImportFormat } from '../contract/formats.js';
import { csvImporter } from './csv-importer.js';
import { gexfImporter } from './gexf-importer.js';
import { gmlImporter } from './gml-importer.js';
import { graphmlImporter } from './graphml-importer.js';
import { graphologyImporter } from './graphology-importer.js';
import type { Importer } from './importer.js';
import { pajekImporter } from './pajek-importer.js';

/** Complete, or it does not compile. */
const byFormat: Record<ImportFormat, Importer> = {
  graphml: graphmlImporter,
  gexf: gexfImporter,
  csv: csvImporter,
  gml: gmlImporter,
  pajek: pajekImporter,
  graphology: graphologyImporter,
};

export const importers: ReadonlyMap<string, Importer> = new Map(Object.entries(byFormat));

/**
 * The importer for a file, by its name's ending.
 *
 * @throws AppError `usage` with the formats that there are
 */
export function importerFor(fileName: string): Importer {
  const name = fileName.toLowerCase();
  for (const importer of importers.values())
    if (importer.extensions.some((extension) => name.endsWith(extension))) return importer;
  const known = [...importers.values()].map(({ title, extensions }) => `${title} (${extensions.join(', ')})`);
  throw new AppError(
    'usage',
    `No importer reads ${fileName}. Give a data folder, or a file of these: ${known.join('; ')}.`,
  );
}
