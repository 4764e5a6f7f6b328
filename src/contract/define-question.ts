/** What is said of a question that can be asked. */
import type { z } from 'zod';

export interface Question<P extends z.ZodObject = z.ZodObject, A extends z.ZodObject = z.ZodObject> {
  title: string;
  question: string;
  /** Under `/api/v1/`; `{name}` takes that parameter from the address. */
  route: string;
  /** Parameters that the command line takes by position. */
  positional: readonly string[];
  /** Heavy questions wait for their turn on a server, and tell how far they are. */
  heavy: boolean;
  parameters: P;
  answer: A;
}

/** Keeps the types of a question's own schemas. */
export const define = <P extends z.ZodObject, A extends z.ZodObject>(question: Question<P, A>) => question;
