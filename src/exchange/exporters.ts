/** The formats that can be written: a new one is one file and one line here. */
import { csvExporter } from './csv-exporter.js';
import type { Exporter } from './exporter.js';
import { gexfExporter } from './gexf-exporter.js';
import { gmlExporter } from './gml-exporter.js';
import { graphmlExporter } from './graphml-exporter.js';
import { graphologyExporter } from './graphology-exporter.js';

export const exporters: ReadonlyMap<string, Exporter> = new Map(
  [graphmlExporter, gexfExporter, csvExporter, gmlExporter, graphologyExporter].map((exporter) => [
    exporter.id,
    exporter,
  ]),
);
