/** Story files: chosen in the menu, or dropped on the page. */
import { MOST_FILE_BYTES, parseStory, StoryFault } from './story.js';
import { stopEditing, tellStory } from './told-story.js';

/**
 * Reads a story file and shows its first step. Nothing leaves the browser.
 *
 * @throws StoryFault
 */
export async function openStory(file: File): Promise<void> {
  if (file.size > MOST_FILE_BYTES)
    throw new StoryFault(`${file.name} has ${Math.ceil(file.size / 1024)} kB; stories have at most 256.`);
  const story = parseStory(await file.text());
  stopEditing();
  await tellStory(story, 0, { shows: true });
}

/** Whether a file is a story, good or faulty: by its name, or by what it says of itself. */
export async function isStory(file: File): Promise<boolean> {
  if (/\.story\.json$/i.test(file.name)) return true;
  if (!/\.json$/i.test(file.name) || file.size > MOST_FILE_BYTES) return false;
  return /"asterism"\s*:\s*"story"/.test(await file.text());
}
