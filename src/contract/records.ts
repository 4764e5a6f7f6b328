/** The records that graph-data holds and every answer shows: claims, entities, relations, sources, collections. */
import { z } from 'zod';

export const STATUSES = ['actual', 'planned', 'hypothetical', 'proposed'] as const;
export const STANCES = ['supports', 'disputes'] as const;
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** What a publication is, in the words of the Citation Style Language. */
export const SOURCE_FORMS = [
  'article-journal',
  'article-newspaper',
  'report',
  'book',
  'dataset',
  'webpage',
] as const;
export const PRECISIONS = ['exact', 'site', 'city', 'country'] as const;

/** Identifier of a record. In a data folder a lower-case slug (`check` insists); in a file that was imported whatever the file says. */
export const idSchema = z.string().min(1).max(300);
const text = z.string().trim().min(1);
/** An EDTF level 1 date or interval, as text; `model/period` reads it and names what is wrong with it. */
export const edtfSchema = z.string().min(1);
export const statusSchema = z.enum(STATUSES);
export const languageNames = z.record(z.string(), text);
const attributeValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])),
]);
export const attributesSchema = z.record(z.string(), attributeValue);

/** Origins a claim or source was taken from; `unknown` says that it repeats something and nobody knows what. */
const derivedFrom = z.union([z.literal('unknown'), z.array(idSchema).min(1)]);

/** What one source says about a relation or an entity. `says` is a paraphrase; `locator` says where in the source. */
export const claimSchema = z.strictObject({
  source: idSchema,
  locator: text,
  says: text,
  stance: z.enum(STANCES).default('supports'),
  credibility: z.int().min(1).max(6),
  /** Who says it, when that is not the author: an entity id where there is one, else words. */
  asserter: text.optional(),
  said: edtfSchema.optional(),
  checked: edtfSchema.optional(),
  derivedFrom: derivedFrom.optional(),
  /** Date on which the source withdrew it. */
  retracted: edtfSchema.optional(),
});
export type Claim = z.output<typeof claimSchema>;

export const placeSchema = z.strictObject({
  name: text,
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  precision: z.enum(PRECISIONS),
});

const datedValue = z.strictObject({ value: text, period: edtfSchema.optional() });
const identifierValue = z.union([text, z.array(datedValue).min(1)]);
const formerName = z.strictObject({
  name: text,
  names: languageNames.optional(),
  period: edtfSchema.optional(),
});

/** A thing with an id, a kind and names; a node. `collection` is set by the reader, never written in a file. */
export const entityRecordSchema = z.strictObject({
  id: idSchema,
  kind: idSchema,
  name: text,
  /** Names by language tag: `zh`, `zh-Latn`, `ru` … */
  names: languageNames.default({}),
  aliases: z.array(text).default([]),
  formerNames: z.array(formerName).default([]),
  /** Ids that were merged into this one; asking for them leads here. */
  formerIds: z.array(idSchema).default([]),
  period: edtfSchema.optional(),
  status: statusSchema.default('actual'),
  place: placeSchema.optional(),
  identifiers: z.record(z.string(), identifierValue).default({}),
  summary: text.optional(),
  attributes: attributesSchema.default({}),
  claims: z.array(claimSchema).default([]),
});
export const entitySchema = entityRecordSchema.extend({ collection: idSchema });
export type Entity = z.output<typeof entitySchema>;

/** A typed link between two entities; an edge. Direction and symmetry are its type's. At least one claim (`check` insists). */
export const relationRecordSchema = z.strictObject({
  id: idSchema,
  from: idSchema,
  type: idSchema,
  to: idSchema,
  period: edtfSchema.optional(),
  status: statusSchema.default('actual'),
  attributes: attributesSchema.default({}),
  claims: z.array(claimSchema).min(1),
});
export const relationSchema = relationRecordSchema.extend({ collection: idSchema });
export type Relation = z.output<typeof relationSchema>;

/** A publication. `reliability` is the Admiralty letter; F means "cannot be judged". */
export const sourceRecordSchema = z.strictObject({
  id: idSchema,
  title: text,
  /** How it is cited; a web page where it has an address and nothing is said. */
  form: z.enum(SOURCE_FORMS).optional(),
  authors: z.array(text).default([]),
  publisher: text.optional(),
  date: edtfSchema.optional(),
  url: z.url().optional(),
  archivedUrl: z.url().optional(),
  /** Date on which it was read for this graph. */
  read: edtfSchema.optional(),
  reliability: z.enum(RELIABILITIES),
  language: text.optional(),
  licence: text.optional(),
  derivedFrom: derivedFrom.optional(),
  note: text.optional(),
});
export const sourceSchema = sourceRecordSchema.extend({ collection: idSchema });
export type Source = z.output<typeof sourceSchema>;

/** A folder of entities, relations and sources with one licence and one maintainer. */
export const collectionSchema = z.strictObject({
  id: idSchema,
  title: text,
  description: text.optional(),
  licence: text,
  attribution: text.optional(),
  maintainer: text,
  /** Where errors are reported: `mailto:` and an address, or the https address of a form that takes `title` and `body`. */
  reports: z
    .string()
    .regex(/^(mailto:[^?\s]+@[^?\s]+|https:\/\/\S+)$/, 'give mailto: and an address, or an https address')
    .optional(),
});
export type Collection = z.output<typeof collectionSchema>;
