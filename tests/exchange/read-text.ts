/** Reads text as a file would be, and tells the faults of one that cannot be. */
import { AppError } from '../../src/contract/errors.js';
import { importerFor } from '../../src/exchange/importers.js';
import type { Dataset } from '../../src/model/dataset.js';

export function readText(fileName: string, text: string | Uint8Array): Dataset {
  return importerFor(fileName).read(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    fileName,
  );
}

/** The message of the AppError that reading must throw. */
export function faultOf(fileName: string, text: string | Uint8Array): string {
  try {
    readText(fileName, text);
  } catch (error) {
    if (error instanceof AppError && error.code === 'data-faulty') return error.message;
    throw error;
  }
  throw new Error(`${fileName} was read without a fault`);
}

/** Relations as short lines: id, ends with an arrow or without, type. */
export function relationLines({ relations, ontology }: Dataset): string[] {
  return relations.map(
    ({ id, from, to, type }) =>
      `${id}: ${from} ${ontology.type(type)?.symmetric ? '--' : '->'} ${to} ${type}`,
  );
}

/** A small GraphML file. */
export const graphml = (body: string, keys = '', edgeDefault = 'directed') =>
  `<graphml>${keys}<graph edgedefault="${edgeDefault}">${body}</graph></graphml>`;

/** A small GEXF file. */
export const gexf = (nodes: string, edges = '', rest = '', options = 'defaultedgetype="directed"') =>
  `<gexf version="1.2"><graph ${options}>${rest}<nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`;
