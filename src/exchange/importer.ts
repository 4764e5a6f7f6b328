/** What an importer is: a record that turns the bytes of one format into model records. */
import type { GraphFormat } from '../contract/formats.js';
import type { Dataset } from '../model/dataset.js';

export interface Importer {
  id: GraphFormat;
  /** File name endings in lower case, with the dot. */
  extensions: readonly string[];
  /**
   * Reads a whole file. Relations to entities that it never declares are kept and reported in `Dataset.warnings`.
   *
   * @param fileName for messages and as the title of the source
   * @throws AppError `data-faulty`, each fault as `file:line:column message` and in the member `faults`
   */
  read(bytes: Uint8Array, fileName: string): Dataset;
}
