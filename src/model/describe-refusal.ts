/** What a schema refuses in one value, in plain words. */
import type { z } from 'zod';
import { didYouMean } from './nearest.js';

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

/** What is wrong with a value that somebody gave; the schema must have been run with `reportInput`. */
export const describeFault = (issue: Issue) =>
  issue.input === undefined && issue.path.length > 0 ? 'is needed' : describeRefusal(issue, issue.input);

/** @example describeRefusal(issue, 501) // 'must be at most 500, not 501' */
export function describeRefusal(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${expectedBy(issue)}, not ${showValue(value)}`;
    case 'invalid_value':
      return `expected ${expectedBy(issue)}, not ${showValue(value)}${didYouMean(String(value), issue.values.map(String))}`;
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty';
      return issue.origin === 'array'
        ? `needs at least ${issue.minimum === 1 ? 'one entry' : `${issue.minimum} entries`}`
        : `must be at least ${issue.minimum}, not ${showValue(value)}`;
    case 'too_big':
      if (issue.origin === 'string') return `must have at most ${issue.maximum} characters`;
      return issue.origin === 'array'
        ? `takes at most ${issue.maximum} entries`
        : `must be at most ${issue.maximum}, not ${showValue(value)}`;
    case 'invalid_format':
      return issue.format === 'url'
        ? `${showValue(value)} is not a full web address such as https://example.org/page`
        : `${showValue(value)} will not do; ${issue.message}`;
    default:
      return issue.message;
  }
}

/** What would have been taken instead. */
export function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
  return issue.code === 'invalid_type' ? (EXPECTED[issue.expected] ?? issue.expected) : issue.message;
}

/** A value as a message names it. */
export function showValue(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (value === '') return 'an empty text';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
