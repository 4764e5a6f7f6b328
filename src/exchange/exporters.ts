/** The formats that can be written: a new one is one file, one line here and its words in the contract. */
import type { GraphFormat } from '../contract/formats.js';
import { csvExporter } from './csv-exporter.js';
import type { Exporter } from './exporter.js';
import { ftmExporter } from './ftm-exporter.js';
import { gexfExporter } from './gexf-exporter.js';
import { gmlExporter } from './gml-exporter.js';
import { graphmlExporter } from './graphml-exporter.js';
import { graphologyExporter } from './graphology-exporter.js';
import { jsonldExporter } from './jsonld-exporter.js';
import { neo4jExporter } from './neo4j-exporter.js';
import { pajekExporter } from './pajek-exporter.js';

/** Complete, or it does not compile. */
const byFormat: Record<GraphFormat, Exporter> = {
  graphml: graphmlExporter,
  gexf: gexfExporter,
  csv: csvExporter,
  gml: gmlExporter,
  pajek: pajekExporter,
  graphology: graphologyExporter,
  ftm: ftmExporter,
  neo4j: neo4jExporter,
  jsonld: jsonldExporter,
};

export const exporters: ReadonlyMap<string, Exporter> = new Map(Object.entries(byFormat));
