/** Building blocks for parameters that arrive as text (query string, command line) or as JSON. Text is decoded, never coerced. */
import { z } from 'zod';
import { splitList } from './list-text.js';

const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const decodeNumber = (value: unknown) =>
  typeof value === 'string' && NUMERAL.test(value) ? Number(value) : value;
const decodeFlag = (value: unknown) =>
  value === 'true' || value === '' ? true : value === 'false' ? false : value;
const decodeList = (value: unknown) =>
  [value].flat().flatMap((part: unknown) => (typeof part === 'string' ? splitList(part) : [part]));
const decodeOneOrMore = (value: unknown) => (typeof value === 'string' ? [value] : value);

/** A whole number within bounds. */
export const integer = (least: number, most: number) =>
  z.preprocess(decodeNumber, z.int().min(least).max(most));
/** A number within bounds. */
export const number = (least: number, most: number) =>
  z.preprocess(decodeNumber, z.number().min(least).max(most));
/** `true` or `false`; a bare name counts as true. */
export const flag = () => z.preprocess(decodeFlag, z.boolean());
/** One or more values, separated by commas (see list-text.ts) or given several times. */
export const list = <T extends z.ZodType>(item: T, most = 1000) =>
  z.preprocess(decodeList, z.array(item).min(1).max(most));
/** One or more entity references. Names may contain commas, so each is given on its own. */
export const entities = () => z.preprocess(decodeOneOrMore, z.array(entity()).min(1).max(100));
/** An entity: its id, or a name when only one entity bears it. */
export const entity = () => z.string().trim().min(1).max(300);

/** How relations are read. */
export const direction = z.enum(['any', 'out', 'in']);
export const reading = direction
  .optional()
  .describe('How relations are read; the ontology holds the default');
export const raw = flag().default(false).describe('Do not normalise');
/** How many rows of an answer are wanted; `what` says of what. */
export const rows = (what: string) => integer(0, 1_000_000).default(20).describe(`${what}; 0 for all`);
/** Of communities. */
export const resolution = number(0.01, 100)
  .default(1)
  .describe('Above 1 smaller groups, below 1 larger ones');
/** Where random draws begin. */
export const seed = (words: string) => integer(0, 4_294_967_295).default(1).describe(words);

const attribute = (words: string) =>
  z.string().min(1).optional().describe(`Relation attribute that is ${words}`);
export const distance = attribute('a length, greater is farther');
export const strength = attribute('a strength, greater is closer');
export const near = entities()
  .optional()
  .describe('Personalised PageRank: a walker starts afresh at these, by id or name');
