/** The vocabulary of a graph, as `graph-data/ontology.yaml` holds it: kinds, relation types, lenses, grading, first questions. */
import { z } from 'zod';
import { direction } from './parameters.js';
import { idSchema, RELIABILITIES } from './records.js';
import { scopeSchema } from './scope.js';
import { unit } from './shapes.js';

const text = z.string().trim().min(1);

/** A class of entities. `parent` makes the taxonomy: a question about a kind includes its descendants. */
export const kindSchema = z.strictObject({
  id: idSchema,
  label: text,
  parent: idSchema.optional(),
  description: text.optional(),
  /** Name of an icon that the page knows (see graph-data/README.md); inherited from the parent. */
  icon: text.optional(),
  /** Nearly everybody is tied to one of these, so a path through it says little; paths say so. Inherited from the parent. */
  hub: z.boolean().optional(),
  /** Mapping to a Wikidata class and a FollowTheMoney schema; `none` says that none fits. */
  wikidata: text,
  ftm: text,
});
export type Kind = z.output<typeof kindSchema>;

export const familySchema = z.strictObject({ id: idSchema, label: text, description: text.optional() });
export type Family = z.output<typeof familySchema>;

/** A class of relations, read "from … label … to"; `inverse` is the label read the other way. */
export const relationTypeSchema = z.strictObject({
  id: idSchema,
  label: text,
  inverse: text,
  description: text.optional(),
  family: idSchema,
  domain: z.array(idSchema).min(1),
  range: z.array(idSchema).min(1),
  symmetric: z.boolean().default(false),
  /** Influence, resources, people or authority can pass along it. */
  conduit: z.boolean(),
  /** At most one `to` at a time for each `from`; rivals are shown side by side. */
  singleValued: z.boolean().default(false),
  attributes: z
    .record(
      z.string(),
      z.strictObject({
        type: z.enum(['text', 'number', 'boolean', 'date']),
        unit: text.optional(),
        description: text.optional(),
      }),
    )
    .default({}),
  wikidata: text,
  ftm: text,
});
export type RelationType = z.output<typeof relationTypeSchema>;

export const lensSchema = z.strictObject({
  id: idSchema,
  label: text,
  description: text,
  scope: scopeSchema.omit({ lens: true }),
});
export type Lens = z.output<typeof lensSchema>;

/** A question that the page offers on opening, answered step by step: each a sentence and an address within the page, without origin. */
export const openingSchema = z.strictObject({
  id: idSchema,
  title: text,
  text: text,
  steps: z.array(z.strictObject({ says: text, view: text })).min(1),
});

/** Confidence of a claim by reliability letter and credibility 1 to 6; null where nothing can be judged. */
export const gradingSchema = z.strictObject({
  note: text,
  confidence: z.record(z.enum(RELIABILITIES), z.tuple([unit, unit, unit, unit, unit, unit])),
  reliability: z.record(z.enum(RELIABILITIES), text),
  credibility: z.record(z.enum(['1', '2', '3', '4', '5', '6']), text),
});
export type GradingTable = z.output<typeof gradingSchema>;

export const ontologySchema = z.strictObject({
  title: text,
  description: text.optional(),
  /** Direction in which measures read relations unless asked otherwise. */
  defaultDirection: direction.default('any'),
  defaultLens: idSchema,
  kinds: z.array(kindSchema).min(1),
  families: z.array(familySchema).min(1),
  types: z.array(relationTypeSchema).min(1),
  lenses: z.array(lensSchema).min(1),
  grading: gradingSchema,
  searchExamples: z.array(text).default([]),
  openings: z.array(openingSchema).default([]),
});
export type OntologyRecord = z.output<typeof ontologySchema>;
