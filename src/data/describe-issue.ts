/** Puts what a schema refuses into plain words, each with the place of the very value. */
import { z } from 'zod';
import { didYouMean } from '../model/nearest.js';

/** Something wrong within a record: at the value that `path` leads to, or at its key when the key itself is wrong. */
export interface RecordFault {
  path: readonly PropertyKey[];
  atKey?: true;
  message: string;
}

type Issue = z.core.$ZodIssue;

const EXPECTED: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

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
    return [{ path, message: `expected ${expected}, not ${show(value)}` }];
  }
  return [{ path, message: describeRefusal(issue, value) }];
}

function describeRefusal(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${expectedBy(issue)}, not ${show(value)}${
        issue.expected === 'string' && typeof value !== 'object'
          ? `; put it in quotes: '${String(value)}'`
          : ''
      }`;
    case 'invalid_value':
      return `expected ${expectedBy(issue)}, not ${show(value)}${didYouMean(String(value), issue.values.map(String))}`;
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty';
      return issue.origin === 'array' || issue.origin === 'set'
        ? `needs at least ${issue.minimum === 1 ? 'one entry' : `${issue.minimum} entries`}`
        : `must be at least ${issue.minimum}, not ${show(value)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must have at most ${issue.maximum} characters`
        : `must be at most ${issue.maximum}, not ${show(value)}`;
    case 'invalid_format':
      return `${show(value)} is not a full web address such as https://example.org/page`;
    default:
      return issue.message;
  }
}

function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
  return issue.code === 'invalid_type' ? (EXPECTED[issue.expected] ?? issue.expected) : issue.message;
}

function show(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
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
