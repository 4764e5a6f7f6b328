/** Compiles a schema into a quick test: bulk records that plainly fit are taken as they are, and only the others are parsed. */
import { z } from 'zod';

/**
 * True when a value, as JSON has it, fits its schema without any change but defaults, which are then put into it (frozen, and the
 * same for all). False when it does not fit, or when the test cannot tell: the schema itself must decide.
 */
export type PlainCheck = (value: unknown) => boolean;

const UNSURE: PlainCheck = () => false;

/** Compiles what the record shapes use; of any other schema the test is never sure. */
export function compileCheck(schema: z.core.$ZodType): PlainCheck {
  if (schema instanceof z.ZodObject) return compileObject(schema);
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return compileCheck(schema.unwrap() as z.core.$ZodType);
  if (schema instanceof z.ZodArray) return compileArray(schema);
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(compileCheck);
    return (value) => options.some((fits) => fits(value));
  }
  if (schema instanceof z.ZodRecord) return compileRecord(schema);
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) {
    const values = new Set<unknown>(schema instanceof z.ZodEnum ? schema.options : schema.values);
    return (value) => values.has(value);
  }
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  const bounds = boundsOf(schema);
  if (bounds === undefined) return UNSURE;
  if (schema instanceof z.ZodNumber) {
    const isWhole = schema.def.type === 'number' && 'format' in schema.def;
    return (value) =>
      typeof value === 'number' &&
      (isWhole ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
      value >= bounds.min &&
      value <= bounds.max;
  }
  if (!(schema instanceof z.ZodString) || schema.format !== null) return UNSURE;
  const { min, max, trims } = bounds;
  return (value) =>
    typeof value === 'string' &&
    value.length >= min &&
    value.length <= max &&
    !(trims && (isBlank(value.charCodeAt(0)) || isBlank(value.charCodeAt(value.length - 1))));
}

/** Bounds of a text's length or a number, and whether the text is trimmed; undefined where there are checks of another sort. */
function boundsOf(schema: z.core.$ZodType): { min: number; max: number; trims: boolean } | undefined {
  const bounds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, trims: false };
  for (const { _zod } of schema._zod.def.checks ?? []) {
    const def = _zod.def as {
      check: string;
      minimum?: number;
      maximum?: number;
      value?: number;
      inclusive?: boolean;
    };
    if (def.check === 'min_length') bounds.min = def.minimum!;
    else if (def.check === 'max_length') bounds.max = def.maximum!;
    else if (def.check === 'greater_than' && def.inclusive === true) bounds.min = def.value!;
    else if (def.check === 'less_than' && def.inclusive === true) bounds.max = def.value!;
    else if (def.check === 'overwrite') bounds.trims = true;
    else return undefined;
  }
  return bounds;
}

/** Whether trimming might take it away: blanks of ASCII, and every character beyond it that could be one. */
const isBlank = (code: number) =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x206f) ||
  code === 0x3000 ||
  code === 0xfeff;

function compileArray(schema: z.ZodArray): PlainCheck {
  const bounds = boundsOf(schema);
  if (bounds === undefined) return UNSURE;
  const fits = compileCheck(schema.element);
  return (value) => {
    if (!Array.isArray(value) || value.length < bounds.min || value.length > bounds.max) return false;
    for (const item of value) if (!fits(item)) return false;
    return true;
  };
}

function compileRecord(schema: z.ZodRecord): PlainCheck {
  const [fitsKey, fitsValue] = [compileCheck(schema.keyType), compileCheck(schema.valueType)];
  return (value) => {
    if (!isMapping(value)) return false;
    for (const key in value) if (key === '__proto__' || !fitsKey(key) || !fitsValue(value[key])) return false;
    return true;
  };
}

function compileObject(schema: z.ZodObject): PlainCheck {
  const fields = new Map<string, PlainCheck>();
  const needed: string[] = [];
  const defaults: [string, unknown][] = [];
  for (const [key, field] of Object.entries(schema.shape)) {
    fields.set(key, compileCheck(field));
    if (field instanceof z.ZodDefault) defaults.push([key, Object.freeze(field.def.defaultValue)]);
    else if (!(field instanceof z.ZodOptional)) needed.push(key);
  }
  return (value) => {
    if (!isMapping(value)) return false;
    for (const key in value) {
      const fits = fields.get(key);
      if (fits === undefined || !fits(value[key])) return false;
    }
    for (const key of needed) if (value[key] === undefined) return false;
    for (const [key, standard] of defaults) if (value[key] === undefined) value[key] = standard;
    return true;
  };
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
