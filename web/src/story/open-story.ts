/** Story files: chosen in the menu, or dropped on the page. */
import { useEffect } from 'react';
import { shareValue } from '../shared-value.js';
import { MOST_FILE_BYTES, parseStory, StoryFault } from './story.js';
import { stopEditing, tellStory } from './told-story.js';

/** Why the file that was dropped last is not told; undefined when it is. */
const refusal = shareValue<string | undefined>(undefined);
export const useRefusal = refusal.use;
export const forgetRefusal = () => refusal.set(undefined);

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

/** Listens for files that are dropped anywhere on the page, while it stands. */
export function useDroppedStories(): void {
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    // Without this the browser would leave the page to show the file.
    const allow = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!hasFiles(event) || file === undefined) return;
      event.preventDefault();
      refusal.set(undefined);
      openStory(file).catch((error: unknown) =>
        refusal.set(`${file.name}: ${error instanceof Error ? error.message : String(error)}`),
      );
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', take);
    };
  }, []);
}
