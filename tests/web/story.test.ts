import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  decodeStory,
  encodeStory,
  MOST_LINK_CHARACTERS,
  moveStep,
  parseStory,
  readStory,
  type Story,
  stepQuery,
  stepView,
  storyFile,
} from '../../web/src/story/story.js';

const story: Story = {
  title: '军事航天 & “others”',
  steps: [
    { says: 'One.', view: '?lens=command&asOf=2020' },
    { says: 'Two.', view: '' },
  ],
};

describe('a story', () => {
  it('comes back from its file and from its link', async () => {
    expect(parseStory(storyFile(story))).toEqual(story);
    const link = await encodeStory(story);
    expect(link).toMatch(/^\.[\w-]+$/);
    expect(await decodeStory(link)).toEqual(story);
  });

  it('of eight long steps fits in a link', async () => {
    const { openings } = parse(readFileSync('graph-data/ontology.yaml', 'utf8')) as {
      openings: Story[];
    };
    const steps = openings.flatMap((opening) => opening.steps).slice(0, 8);
    expect(steps).toHaveLength(8);
    expect((await encodeStory({ title: 'All', steps })).length).toBeLessThan(MOST_LINK_CHARACTERS / 2);
  });

  it.each([
    ['{', 'not JSON'],
    ['{"steps": []}', 'no story'],
    ['{"asterism": "story", "title": "t", "steps": []}', 'no steps'],
    ['{"asterism": "story", "title": "t", "steps": [{"says": "s", "view": "x"}]}', 'step 1'],
    ['{"asterism": "story", "title": "t", "steps": [{"says": 3, "view": ""}]}', 'The sentence of step 1'],
    [
      JSON.stringify({ asterism: 'story', title: 't', steps: Array(41).fill({ says: '', view: '' }) }),
      '40 are read',
    ],
  ])('%s is refused in words', (file, words) => expect(() => parseStory(file)).toThrow(words));

  it('in a link that was cut off says so', async () => {
    const link = await encodeStory(story);
    for (const broken of [link.slice(0, -9), '.', '.!!', '.AAAA'])
      await expect(decodeStory(broken)).rejects.toThrow('part of the link is missing');
  });

  it('does not unpack without end', async () => {
    const bomb = await encodeStory({ title: 'x'.repeat(1_000_000), steps: [] });
    expect(bomb.length).toBeLessThan(2_000);
    await expect(decodeStory(bomb)).rejects.toThrow('cannot be read');
  });

  it('keeps of a view all but the story itself', () => {
    expect(stepQuery({ lens: 'command', story: 'x', step: '2', revision: 'r' })).toBe('?lens=command');
    expect(stepQuery({})).toBe('');
    expect(stepView({ says: '', view: '?story=evil&step=9&lens=command' })).toEqual({ lens: 'command' });
  });

  it('moves a step, but not out of the story', () => {
    expect(moveStep(story, 0, 1).steps.map(({ says }) => says)).toEqual(['Two.', 'One.']);
    expect(moveStep(story, 1, 1)).toBe(story);
    expect(() => readStory({ asterism: 'story', ...moveStep(story, 1, -1) })).not.toThrow();
  });
});
