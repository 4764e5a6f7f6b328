/** Command-line arguments and options drawn from a question's parameters, and the parameters read back from them. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { AppError } from '../contract/errors.js';
import { type QuestionId, questions } from '../contract/questions.js';
import { scopeParameters } from '../contract/scope.js';

/** The part of JSON Schema that parameters use. */
interface Shape {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  description?: string;
  default?: unknown;
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  items?: Shape;
}

interface Names {
  argumentNames?: Readonly<Record<string, string>>;
  optionNames?: Readonly<Record<string, string>>;
}

/** `minConfidence` → `min-confidence`. */
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The option that gives a parameter: `--min-confidence`. */
export const optionName = (parameter: string, names: Names = {}) =>
  `--${names.optionNames?.[parameter] ?? kebab(parameter)}`;

const argumentName = (parameter: string, names: Names) =>
  names.argumentNames?.[parameter] ?? parameter.toUpperCase();

/** Declares the arguments and options of a question. Values are checked against the schema and handed on as text. */
export function defineParameters(command: Command, id: QuestionId, names: Names): void {
  const { parameters, positional } = questions[id];
  const shapes = z.toJSONSchema(parameters, { io: 'output' }).properties as Record<string, Shape>;
  for (const name of positional) {
    const title = argumentName(name, names);
    const rest = shapes[name]?.type === 'array' ? '...' : '';
    const isOptional = (parameters.shape as Record<string, z.ZodType>)[name]!.safeParse(undefined).success;
    command.argument(
      isOptional ? `[${title}${rest}]` : `<${title}${rest}>`,
      shapes[name]?.description ?? 'Id, or a name that only one entity bears',
    );
  }
  for (const [name, shape] of Object.entries(shapes)) {
    if (positional.includes(name)) continue;
    const check = (parameters.shape as Record<string, z.ZodType>)[name]!;
    // Descriptions are shared with the API; where they name another parameter, this is the option that gives it.
    const description = shape.description?.replace(/`(\w+)`|\b[a-z]+[A-Z]\w*/g, (word, quoted = word) =>
      quoted in shapes && quoted !== name ? optionName(quoted, names) : word,
    );
    const option = optionFor(
      name,
      { ...shape, ...(description === undefined ? {} : { description }) },
      check,
      names,
    );
    command.addOption(option.helpGroup(name in scopeParameters ? 'Scope:' : 'Options:'));
  }
}

function optionFor(name: string, shape: Shape, check: z.ZodType, names: Names): Option {
  const flag = optionName(name, names);
  const description = [shape.description, remark(shape)].filter((part) => part !== undefined).join(' ');
  if (shape.type === 'boolean') return new Option(flag, description);
  return new Option(`${flag} <${valueName(shape)}>`, description).argParser(
    (text: string, before: unknown) => {
      if (!check.safeParse(text).success) throw new InvalidArgumentError(`Give ${expected(shape)}.`);
      return shape.type === 'array' ? [...((before as string[] | undefined) ?? []), text] : text;
    },
  );
}

/** The parameters that were given, as text, under the contract's names. */
export function readParameters(
  id: QuestionId,
  names: Names,
  given: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  const shape: Record<string, z.ZodType> = questions[id].parameters.shape;
  questions[id].positional.forEach((name, i) => {
    // The last argument may be a list, which then takes all that follows.
    parameters[name] = shape[name]?.safeParse([given[i]]).success ? given.slice(i) : given[i];
  });
  for (const name of Object.keys(shape)) {
    const value = options[names.optionNames?.[name] ?? name];
    if (value !== undefined) parameters[name] = value;
  }
  return parameters;
}

/** An error in the words that were typed: the contract says `minConfidence: …` and `q: …`, the command line `--min-confidence` and `TEXT`. */
export function asTyped(thrown: unknown, id: QuestionId, names: Names): unknown {
  const { parameters, positional } = questions[id];
  return renamed(thrown, (name) => {
    if (positional.includes(name)) return argumentName(name, names);
    return name in parameters.shape ? optionName(name, names) : undefined;
  });
}

/** An error with other names for the parameters that its message speaks of: the one it opens with, and those between backticks. */
export function renamed(thrown: unknown, nameOf: (parameter: string) => string | undefined): unknown {
  if (!(thrown instanceof AppError) || thrown.code !== 'invalid-parameter') return thrown;
  const detail = thrown.message
    .replace(/(^|; )(\w+): /g, (text, before: string, name: string) => {
      const typed = nameOf(name);
      return typed === undefined ? text : `${before}${typed}: `;
    })
    .replace(/`(\w+)`/g, (text, name: string) => nameOf(name) ?? text);
  return new AppError(thrown.code, detail, thrown.members);
}

/** Changes of a question as they would be typed: `--all-types`, `--direction any`, `without --max-length`. */
export function spellOptions(changes: Readonly<Record<string, unknown>>): string {
  return Object.entries(changes)
    .map(([name, value]) => {
      if (value === null) return `without ${optionName(name)}`;
      return value === true ? optionName(name) : `${optionName(name)} ${String(value)}`;
    })
    .join(' ');
}

function valueName(shape: Shape): string {
  if (shape.type === 'integer') return 'n';
  if (shape.type === 'number') return 'number';
  if (shape.enum !== undefined && fitsFlag(shape.enum)) return shape.enum.join('|');
  return (shape.enum ?? shape.items?.enum) === undefined ? 'value' : 'choice';
}

/** Whether choices stand in the flag itself; long ones would leave descriptions no room. */
const fitsFlag = (choices: readonly string[]) => choices.join('|').length <= 20;

/** What a value has to be, in words. */
function expected(shape: Shape): string {
  const choices = shape.enum ?? shape.items?.enum;
  if (choices !== undefined)
    return `${shape.type === 'array' ? 'one or more' : 'one'} of ${choices.join(', ')}`;
  if (shape.type === 'integer') return `a whole number from ${shape.minimum} to ${shape.maximum}`;
  if (shape.type === 'number') return `a number from ${shape.minimum} to ${shape.maximum}`;
  return 'a text that is not empty';
}

/** What the help adds to a description: bounds or choices, repetition, default. */
function remark(shape: Shape): string | undefined {
  const parts = [
    shape.minimum !== undefined || valueName(shape) === 'choice' ? expected(shape) : undefined,
    shape.type === 'array' ? 'may be repeated' : undefined,
    shape.default === undefined || shape.default === false ? undefined : `default: ${shape.default}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `(${parts.join('; ')})`;
}
