/** The story bar: which step of how many, its sentence, the way to the others; or what keeps the story from being told. */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { CrossButton, SmallButton } from '../buttons.js';
import { isTyping } from '../shortcuts.js';
import { useView } from '../view.js';
import { StoryFault } from './story.js';
import {
  leaveStory,
  showStep,
  startEditing,
  type ToldStory,
  useEditing,
  useToldStory,
} from './told-story.js';
import './story-bar.css';

const StoryEditor = lazy(() => import('./story-editor.js').then((part) => ({ default: part.StoryEditor })));

export function StoryBar({ openings }: { openings: OntologyRecord['openings'] }) {
  const told = useToldStory(openings);
  const isEditing = useEditing();
  if (told === undefined) return null;
  return (
    <section className="panel story" aria-label="Story">
      {told instanceof StoryFault ? (
        <div className="story-line">
          <p role="alert">{told.message}</p>
          <Leave />
        </div>
      ) : isEditing ? (
        <Suspense>
          <StoryEditor told={told} />
        </Suspense>
      ) : (
        <Telling told={told} />
      )}
    </section>
  );
}

function Telling({ told }: { told: ToldStory }) {
  const { story, name, step } = told;
  const last = story.steps.length - 1;
  const isStarted = useView().step !== undefined;
  // A short link names the story alone: it begins at the beginning.
  useEffect(() => {
    if (!isStarted) showStep(story, name, 0, { replace: true });
  }, [isStarted, story, name]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const by = { n: 1, p: -1 }[event.key.toLowerCase()];
      if (by !== undefined) showStep(story, name, step + by);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [story, name, step]);
  return (
    <>
      <div className="story-line">
        <h2 className="eyebrow">
          {story.title === '' ? 'Story' : story.title} · step&nbsp;{step + 1}&nbsp;of&nbsp;{last + 1}
        </h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label="Edit the story"
          title="Edit the story"
          onClick={() => startEditing(story)}
        >
          <IconPencil size={15} aria-hidden />
        </ActionIcon>
        <Leave />
      </div>
      <p className="story-says" aria-live="polite">
        {story.steps[step]!.says}
      </p>
      <div className="story-steps">
        <SmallButton
          disabled={step === 0}
          leftSection={<IconArrowLeft size={14} aria-hidden />}
          onClick={() => showStep(story, name, step - 1)}
        >
          Previous
        </SmallButton>
        <span className="story-dots" aria-hidden="true">
          {story.steps.map((_, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dots have nothing but their place
            <i key={position} data-now={position === step || undefined} />
          ))}
        </span>
        {step === last ? (
          <SmallButton onClick={leaveStory}>Explore from here</SmallButton>
        ) : (
          <Button
            size="compact-sm"
            rightSection={<IconArrowRight size={14} aria-hidden />}
            onClick={() => showStep(story, name, step + 1)}
          >
            Next
          </Button>
        )}
      </div>
    </>
  );
}

const Leave = () => <CrossButton label="Leave the story" onClick={leaveStory} />;
