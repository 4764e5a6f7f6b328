/** Graphs that are sent as a file, to be asked like the one that is served: held in memory for a while, then gone. */
import { z } from 'zod';

/** What is sent beside the bytes of the file. */
export const openParametersSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(200)
    .refine((name) => !/[/\\\p{Cc}]/u.test(name), 'is the name of a file, without folders')
    .describe('Name of the file; its ending says which format it is'),
});

/** A graph that is held. */
export const openedGraphSchema = z.strictObject({
  id: z.string().describe('Whoever knows it can ask the graph, below /api/v1/workspaces/{id}/'),
  name: z.string().describe('Name of the file'),
  revision: z.string(),
  warnings: z.array(z.string()).readonly().describe('What the importer had to say'),
  idleMinutes: z.int().min(0).describe('It is let go when it has not been asked for so long'),
});
export type OpenedGraphView = z.output<typeof openedGraphSchema>;
