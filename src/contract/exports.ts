/** A graph, or the part of it that a scope leaves, as a file of another format. */
import { z } from 'zod';
import { EXPORT_FORMATS, REFERENCE_FORMATS } from './formats.js';
import { entity, integer } from './parameters.js';
import { scopeParameters } from './scope.js';

export const exportParametersSchema = z.strictObject({
  format: z
    .string()
    .describe(
      `${EXPORT_FORMATS.join(', ')}; of the sources behind what is in scope: ${REFERENCE_FORMATS.join(', ')}`,
    ),
  around: entity().optional().describe('Only this entity, by id or name, and who stands around it'),
  depth: integer(1, 5).default(1).describe('With around: how many steps away'),
  ...scopeParameters,
});

/** The file: its bytes as text, under which type and name a server sends them. */
export interface ExportedFile {
  mediaType: string;
  /** Tells what is in it: `chinas-space-sector-command-8c9b69d.gexf`. */
  fileName: string;
  text: string;
}
