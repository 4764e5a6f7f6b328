/** The story that is being told, wherever it comes from, and what one does to it. */
import { useQuery } from '@tanstack/react-query';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { shareValue } from '../shared-value.js';
import { changeView, currentView, useView } from '../view.js';
import {
  decodeStory,
  encodeStory,
  isInLink,
  MOST_LINK_CHARACTERS,
  MOST_STEPS,
  type Story,
  StoryFault,
  stepQuery,
  stepView,
} from './story.js';

/** Stands in the address for a story that is too long for it, and lives in the page alone. */
const FROM_FILE = 'file';

/** The story that is edited, or was opened from a file. */
const inHand = shareValue<Story | undefined>(undefined);
const editing = shareValue(false);

/** Whether the story is being edited; not in the address, for readers need not edit. */
export const useEditing = editing.use;
export function startEditing(story: Story): void {
  inHand.set(story);
  editing.set(true);
}
export const stopEditing = () => editing.set(false);

export interface ToldStory {
  readonly story: Story;
  /** What stands for it in the address. */
  readonly name: string;
  readonly step: number;
  /** Whether all of it is in the address, or comes with the graph. */
  readonly isInAddress: boolean;
}

/** The story of the address; a fault when it cannot be told; undefined when there is none, or while it unpacks. */
export function useToldStory(openings: OntologyRecord['openings']): ToldStory | StoryFault | undefined {
  const { story: name, step } = useView();
  const held = inHand.use();
  const isEdited = editing.use() && held !== undefined;
  const isPacked = name !== undefined && isInLink(name);
  const unpacked = useQuery({
    queryKey: ['story', name],
    queryFn: () => decodeStory(name!),
    enabled: isPacked,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (name === undefined) return undefined;
  if (unpacked.error !== null && isPacked && !isEdited) return new StoryFault(unpacked.error.message);
  const story =
    isEdited || name === FROM_FILE ? held : isPacked ? unpacked.data : openings.find(({ id }) => id === name);
  if (story === undefined && isPacked) return undefined;
  if (story === undefined)
    return new StoryFault(
      name === FROM_FILE
        ? 'This story was opened from a file, and the page has been loaded again since: open the file once more.'
        : `This graph has no story called “${name}”.`,
    );
  const position = Number(step ?? 1) - 1;
  const last = story.steps.length - 1;
  return {
    story,
    name,
    step: Number.isInteger(position) ? Math.max(0, Math.min(last, position)) : 0,
    isInAddress: name !== FROM_FILE,
  };
}

/** Shows a step: the view becomes that of the step, whole. */
export function showStep(story: Story, name: string, step: number, how: { replace?: boolean } = {}): void {
  const target = story.steps[step];
  if (target === undefined) return;
  const cleared = Object.fromEntries(Object.keys(currentView()).map((field) => [field, undefined]));
  changeView({ ...cleared, ...stepView(target), story: name, step: String(step + 1) }, how);
}

/**
 * Puts a story that was changed or opened in the place of the one told. It is told at once; the address follows when it is packed, and
 * holds it while it fits there.
 */
export async function tellStory(story: Story, step: number, how: { shows?: boolean } = {}): Promise<void> {
  inHand.set(story);
  const shown = String(step + 1);
  if (how.shows === true) showStep(story, currentView().story ?? FROM_FILE, step);
  else changeView({ story: currentView().story ?? FROM_FILE, step: shown }, { replace: true });
  const link = await encodeStory(story);
  // Another change was quicker: its own address follows.
  if (inHand.get() !== story) return;
  changeView({ story: link.length > MOST_LINK_CHARACTERS ? FROM_FILE : link }, { replace: true });
}

/** Ends the story; what it last showed stays. */
export function leaveStory(): void {
  editing.set(false);
  changeView({ story: undefined, step: undefined });
}

/** Puts the present view behind a step of a story, or begins one with it, and opens the editor. */
export async function addView(told: ToldStory | undefined): Promise<void> {
  const added = { says: '', view: stepQuery(currentView()) };
  const { story, step } = told ?? { story: { title: '', steps: [] }, step: -1 };
  if (story.steps.length >= MOST_STEPS)
    throw new StoryFault(`A story has at most ${MOST_STEPS} steps: remove one first.`);
  const kept = tellStory({ title: story.title, steps: story.steps.toSpliced(step + 1, 0, added) }, step + 1);
  editing.set(true);
  await kept;
}
