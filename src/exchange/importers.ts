/** The formats that can be read: a new one is one file, one line here and its words in the contract. */
import { AppError } from '../contract/errors.js';
import { GRAPH_FORMATS, type GraphFormat } from '../contract/formats.js';
import { csvImporter } from './csv-importer.js';
import { ftmImporter } from './ftm-importer.js';
import { gexfImporter } from './gexf-importer.js';
import { gmlImporter } from './gml-importer.js';
import { graphmlImporter } from './graphml-importer.js';
import { graphologyImporter } from './graphology-importer.js';
import type { Importer } from './importer.js';
import { jsonldImporter } from './jsonld-importer.js';
import { neo4jImporter } from './neo4j-importer.js';
import { pajekImporter } from './pajek-importer.js';

/** Complete, or it does not compile. */
const byFormat: Record<GraphFormat, Importer> = {
  graphml: graphmlImporter,
  gexf: gexfImporter,
  csv: csvImporter,
  gml: gmlImporter,
  pajek: pajekImporter,
  graphology: graphologyImporter,
  ftm: ftmImporter,
  neo4j: neo4jImporter,
  jsonld: jsonldImporter,
};

export const importers: ReadonlyMap<string, Importer> = new Map(Object.entries(byFormat));

/**
 * The importer for a file, by its name's ending.
 *
 * @throws AppError `usage` with the formats that there are
 */
export function importerFor(fileName: string): Importer {
  const name = fileName.toLowerCase();
  const endings = [...importers.values()].flatMap((importer) =>
    importer.extensions.map((extension) => ({ importer, extension })),
  );
  // The longest first: .ftm.json is no graphology.
  endings.sort((a, b) => b.extension.length - a.extension.length);
  const found = endings.find(({ extension }) => name.endsWith(extension));
  if (found !== undefined) return found.importer;
  const known = [...importers.values()].map(
    ({ id, extensions }) => `${GRAPH_FORMATS[id].title} (${extensions.join(', ')})`,
  );
  throw new AppError(
    'usage',
    `No importer reads ${fileName}. Give a data folder, or a file of these: ${known.join('; ')}.`,
  );
}
