/** A graph, or the part of it that a scope leaves, as a file of another format. */
import { z } from 'zod';
import { EXPORT_FORMATS } from './formats.js';
import { scopeParameters } from './scope.js';

export const exportParametersSchema = z.strictObject({
  format: z.string().describe(EXPORT_FORMATS.join(', ')),
  ...scopeParameters,
});

/** The file: its bytes as text, under which type and name a server sends them. */
export interface ExportedFile {
  mediaType: string;
  /** Such as `asterism.gexf`. */
  fileName: string;
  text: string;
}
