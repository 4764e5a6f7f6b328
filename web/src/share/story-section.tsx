/** Stories are made and opened here; the story bar tells and edits them. */
import { FileButton } from '@mantine/core';
import type { Answer } from '../../../src/contract/questions.js';
import { SmallButton } from '../buttons.js';
import { messageOf } from '../message-of.js';
import { openStory } from '../story/open-story.js';
import { StoryFault } from '../story/story.js';
import { addView, useToldStory } from '../story/told-story.js';
import { ShareSection } from './share-section.js';

export function StorySection(properties: {
  meta: Answer<'meta'>;
  say: (words: string) => void;
  close: () => void;
}) {
  const { meta, say, close } = properties;
  const told = useToldStory(meta.ontology.openings);
  const known = told instanceof StoryFault ? undefined : told;
  const run = (work: () => Promise<void>) => void work().then(close, (error) => say(messageOf(error)));
  return (
    <ShareSection title="Story">
      <div className="share-row">
        <SmallButton onClick={() => run(() => addView(known))}>
          {known === undefined ? 'Begin a story with this view' : 'Add this view to the story'}
        </SmallButton>
        <FileButton
          accept="application/json,.json"
          onChange={(file) => file !== null && run(() => openStory(file))}
        >
          {(button) => <SmallButton {...button}>Open a story</SmallButton>}
        </FileButton>
      </div>
      <p className="muted small">
        Views in an order, a sentence with each. A story file may also be dropped on the page.
      </p>
    </ShareSection>
  );
}
