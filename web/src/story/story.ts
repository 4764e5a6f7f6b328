/** A story: views in an order, a sentence with each. As a file it is JSON; in a link it is the same, compressed. */
import type { View } from '../view.js';

export interface StoryStep {
  readonly says: string;
  /** The view as a query string: `?lens=command&asOf=2020`. */
  readonly view: string;
}
export interface Story {
  readonly title: string;
  readonly steps: readonly StoryStep[];
}

/** The server reads addresses of 8 kB; the view itself needs some of them. */
export const MOST_LINK_CHARACTERS = 4_000;
export const MOST_STEPS = 40;
export const MOST_SAYS = 300;
export const MOST_TITLE = 160;
const MOST_VIEW = 4_000;
export const MOST_FILE_BYTES = 256 * 1024;
/** What marks a compressed story in an address, where ids of bundled ones stand too. */
const MARK = '.';

/** Says what keeps something from being a story, and what would help. */
export class StoryFault extends Error {}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function text(value: unknown, what: string, most: number): string {
  if (typeof value !== 'string') throw new StoryFault(`${what} is not a text.`);
  if (value.length > most) throw new StoryFault(`${what} has ${value.length} characters; ${most} are read.`);
  return value;
}

/**
 * Reads what a file or a link holds.
 *
 * @throws StoryFault naming the step at fault
 */
export function readStory(value: unknown): Story {
  if (!isRecord(value) || value['asterism'] !== 'story')
    throw new StoryFault('This is no story: it does not begin with "asterism": "story".');
  const { title, steps } = value;
  if (!Array.isArray(steps) || steps.length === 0) throw new StoryFault('This story has no steps.');
  if (steps.length > MOST_STEPS)
    throw new StoryFault(`This story has ${steps.length} steps; ${MOST_STEPS} are read.`);
  return {
    title: text(title, 'The title', MOST_TITLE),
    steps: steps.map((step: unknown, position) => {
      const which = `Step ${position + 1}`;
      if (!isRecord(step)) throw new StoryFault(`${which} is not a step.`);
      const view = text(step['view'], `The view of step ${position + 1}`, MOST_VIEW);
      if (view !== '' && !view.startsWith('?'))
        throw new StoryFault(`The view of step ${position + 1} does not begin with “?”.`);
      return { says: text(step['says'], `The sentence of step ${position + 1}`, MOST_SAYS), view };
    }),
  };
}

/** The file, indented for those who edit it by hand. */
export const storyFile = ({ title, steps }: Story): string =>
  `${JSON.stringify({ asterism: 'story', title, steps }, null, 2)}\n`;

/** @throws StoryFault */
export function parseStory(file: string): Story {
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    throw new StoryFault('This file is not JSON.');
  }
  return readStory(value);
}

/** What of a view belongs into a step: all but the story itself and the revision that a link was made from. */
export function stepQuery(view: View): string {
  const { story: _story, step: _step, revision: _revision, ...rest } = view;
  const query = new URLSearchParams(rest as Record<string, string>).toString();
  return query === '' ? '' : `?${query}`;
}

/** The view that a step shows. */
export function stepView({ view }: StoryStep): View {
  const {
    story: _story,
    step: _step,
    revision: _revision,
    ...rest
  } = Object.fromEntries(new URLSearchParams(view)) as View;
  return rest;
}

export const isInLink = (name: string): boolean => name.startsWith(MARK);

/** The story for a link: letters that an address keeps as they are. */
export async function encodeStory({ title, steps }: Story): Promise<string> {
  const compact = JSON.stringify([title, ...steps.flatMap(({ says, view }) => [says, view])]);
  const bytes = await read(new Blob([compact]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  return (
    MARK +
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(
      /[+/=]/g,
      (sign) => LETTERS[sign]!,
    )
  );
}
const LETTERS: Record<string, string> = { '+': '-', '/': '_', '=': '' };

/** @throws StoryFault when the link was cut off, or is not of ours */
export async function decodeStory(link: string): Promise<Story> {
  try {
    const base64 = link.slice(MARK.length).replace(/[-_]/g, (sign) => (sign === '-' ? '+' : '/'));
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const parts: unknown = JSON.parse(new TextDecoder().decode(await read(stream)));
    if (!Array.isArray(parts)) throw new StoryFault('no list');
    const [title, ...rest] = parts as unknown[];
    const steps = Array.from({ length: rest.length / 2 }, (_, i) => ({
      says: rest[2 * i],
      view: rest[2 * i + 1],
    }));
    return readStory({ asterism: 'story', title, steps });
  } catch {
    throw new StoryFault(
      'The story in this link cannot be read: part of the link is missing. Ask for it again.',
    );
  }
}

/** All bytes of a stream; what would unpack to more than a file may have is no story. */
async function read(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST_FILE_BYTES) {
      await reader.cancel();
      throw new StoryFault('too long');
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A story with one step moved by some places, or the same when it cannot move so far. */
export function moveStep(story: Story, from: number, by: number): Story {
  const to = from + by;
  const step = story.steps[from];
  if (step === undefined || to < 0 || to >= story.steps.length) return story;
  return { ...story, steps: story.steps.toSpliced(from, 1).toSpliced(to, 0, step) };
}
