/** The formats that can be written and read: whoever names them draws on these lists. */

export const EXPORT_FORMATS = [
  'graphml',
  'gexf',
  'csv',
  'gml',
  'pajek',
  'graphology',
  'ftm',
  'neo4j',
  'jsonld',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Of the publications behind a graph, for those who cite them. */
export const REFERENCE_FORMATS = ['bibtex', 'ris'] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

/** Whatever is written is read. The General Catalog, a folder of tables, is imported beside them. */
export const IMPORT_FORMATS = [...EXPORT_FORMATS] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The largest file that the page sends and the server takes; both know it, and the page does without the schemas. */
export const MOST_FILE_BYTES = 32 * 1024 * 1024;
