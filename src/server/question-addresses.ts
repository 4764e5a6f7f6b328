/** Addresses and parameters of the questions, as routes, OpenAPI and the documentation page need them. */
import { z } from 'zod';
import { type QuestionId, questions } from '../contract/questions.js';
import { scopeParameters } from '../contract/scope.js';

/** Address of a question as OpenAPI writes it: `/api/v1/entities/{id}`. */
export const addressOf = (id: QuestionId): string => `/api/v1/${questions[id].route}`;

/** Address of a file of the graph; it is no question, since its answer is no JSON. */
export const EXPORT_ADDRESS = '/api/v1/export/{format}';

/** Names in braces in an address: `/api/v1/entities/{id}` → `['id']`. */
export const placesIn = (address: string): string[] =>
  [...address.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

/** A parameter as JSON Schema tells it. */
export interface ParameterDescription {
  name: string;
  place: 'path' | 'query';
  required: boolean;
  /** One of those that every scoped question takes. */
  isScope: boolean;
  description?: string;
  schema: z.core.JSONSchema.BaseSchema;
}

/** Parameters of a question, in the order of the contract. */
export const parametersOf = (id: QuestionId): ParameterDescription[] =>
  describeParameters(questions[id].parameters, addressOf(id));

/** The same for any parameters, and the address that holds some of them. */
export function describeParameters(parameters: z.ZodObject, address: string): ParameterDescription[] {
  const whole = z.toJSONSchema(parameters, { io: 'input' });
  const places = placesIn(address);
  return Object.entries(whole.properties ?? {}).map(([name, property]) => {
    const { description, ...schema } = property as z.core.JSONSchema.BaseSchema;
    const fallback = defaultOf((parameters.shape as Record<string, z.ZodType>)[name]);
    const place = places.includes(name) ? 'path' : 'query';
    return {
      name,
      place,
      required: place === 'path' || (whole.required?.includes(name) ?? false),
      isScope: name in scopeParameters,
      ...(description === undefined ? {} : { description }),
      schema: fallback === undefined ? schema : { ...schema, default: fallback },
    };
  });
}

/** Zod leaves a default out where the value is decoded from text first; the contract states its defaults as decoded. */
function defaultOf(schema: z.ZodType | undefined): z.core.JSONSchema.BaseSchema['default'] {
  return schema instanceof z.ZodDefault
    ? (schema.def.defaultValue as z.core.JSONSchema.BaseSchema['default'])
    : undefined;
}
