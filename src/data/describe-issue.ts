/** Puts what a schema refuses into plain words, each with the place of the very value. */
import { z } from 'zod';
import { describeRefusal, expectedBy, showValue } from '../model/describe-refusal.js';
import { didYouMean } from '../model/nearest.js';

/** Something wrong within a record: at the value that `path` leads to, or at its key when the key itself is wrong. */
export interface RecordFault {
  path: readonly PropertyKey[];
  atKey?: true;
  message: string;
}

type Issue = z.core.$ZodIssue;

/** All that a schema refuses in a value. A missing key is placed at the mapping that lacks it. */
export function describeIssues(schema: z.ZodType, value: unknown, issues: readonly Issue[]): RecordFault[] {
  return issues.flatMap((issue) => describeIssue(schema, value, issue));
}

function describeIssue(schema: z.ZodType, record: unknown, issue: Issue): RecordFault[] {
  const { path } = issue;
  const value = valueAt(record, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      atKey: true,
      message: `unknown key ${key}${didYouMean(key, known) || `; known are ${known.join(', ')}`}`,
    }));
  }
  if (value === undefined) return [{ path: path.slice(0, -1), message: `${String(path.at(-1))} is missing` }];
  if (issue.code === 'invalid_union') {
    // The branch that got furthest is the one that was meant.
    const depth = (branch: readonly Issue[]) => Math.max(...branch.map((inner) => inner.path.length));
    const meant = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
    if (meant !== undefined && depth(meant) > 0)
      return meant.flatMap((inner) =>
        describeIssue(schema, record, { ...inner, path: [...path, ...inner.path] }),
      );
    const expected = issue.errors.flat().map(expectedBy).join(' or ');
    return [{ path, message: `expected ${expected}, not ${showValue(value)}` }];
  }
  // In YAML a text that looks like a number or a date is one, unless it is quoted.
  const isUnquoted =
    issue.code === 'invalid_type' && issue.expected === 'string' && typeof value !== 'object';
  const remedy = isUnquoted ? `; put it in quotes: '${String(value)}'` : '';
  return [{ path, message: `${describeRefusal(issue, value)}${remedy}` }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** The keys that a schema knows for the mapping at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  const [key, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (key === undefined) return Object.keys(schema.shape);
    const field = (schema.shape as Record<PropertyKey, z.core.$ZodType | undefined>)[key];
    return field === undefined ? [] : keysAt(field, rest);
  }
  if (key === undefined) return [];
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  return schema instanceof z.ZodRecord ? keysAt(schema.valueType, rest) : [];
}
