/** A graph, or the part of it that a scope leaves, as a file of another format. */
import { z } from 'zod';
import { GRAPH_FORMATS, REFERENCE_FORMATS } from './formats.js';
import { entity, integer } from './parameters.js';
import { idSchema } from './records.js';
import { scopeParameters } from './scope.js';

const format = z
  .string()
  .describe(
    `${Object.keys(GRAPH_FORMATS).join(', ')}; of the sources behind what is in scope: ${Object.keys(REFERENCE_FORMATS).join(', ')}`,
  );

export const exportParametersSchema = z.strictObject({
  format,
  around: entity().optional().describe('Only this entity, by id or name, and who stands around it'),
  depth: integer(1, 5).optional().describe('With around: how many steps away; 1 unless said'),
  ...scopeParameters,
});

/** What a body may list in place of a scope: exactly these, as somebody has them in sight. */
export const exportedRowsSchema = z.strictObject({
  entities: z.array(idSchema).min(1).describe('Ids of the entities'),
  relations: z.array(idSchema).describe('Ids of the relations, each between two of those entities'),
});
export const exportRowsParametersSchema = exportedRowsSchema.extend({ format });

/** The file: its bytes as text, under which type and name a server sends them. */
export interface ExportedFile {
  mediaType: string;
  /** Tells what is in it: `chinas-space-sector-command-8c9b69d.gexf`. */
  fileName: string;
  text: string;
}
