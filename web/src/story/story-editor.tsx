/** The story bar while the story is edited: title, sentence, order; views are added and taken anew from what the page shows. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMeta } from '../graph/meta.js';
import { messageOf } from '../message-of.js';
import { fileName } from '../share/picture-words.js';
import { saveBlob } from '../share/save-file.js';
import { currentView } from '../view.js';
import { MOST_SAYS, MOST_TITLE, moveStep, type Story, stepQuery, storyFile } from './story.js';
import { addView, leaveStory, showStep, stopEditing, type ToldStory, tellStory } from './told-story.js';

export function StoryEditor({ told }: { told: ToldStory }) {
  const { story, name, step, isInAddress } = told;
  const revision = useMeta().data?.revision ?? '';
  const [fault, setFault] = useState('');
  const now = story.steps[step]!;
  const act = (work: () => Promise<void>) => {
    setFault('');
    work().catch((error: unknown) => setFault(messageOf(error)));
  };
  const change = (next: Story, at = step, how: { shows?: boolean } = {}) =>
    act(() => tellStory(next, at, how));
  const withStep = (patch: Partial<typeof now>): Story => ({
    ...story,
    steps: story.steps.with(step, { ...now, ...patch }),
  });
  const move = (by: number) => change(moveStep(story, step, by), step + by);
  const remove = () => {
    if (story.steps.length === 1) leaveStory();
    else {
      const rest = { ...story, steps: story.steps.toSpliced(step, 1) };
      change(rest, Math.min(step, rest.steps.length - 1), { shows: true });
    }
  };
  const save = () =>
    saveBlob(
      fileName(story.title === '' ? 'story' : story.title, revision, 'story.json'),
      new Blob([storyFile(story)], { type: 'application/json' }),
    );
  const last = story.steps.length - 1;
  return (
    <>
      <div className="story-line">
        <h2 className="eyebrow">
          Editing step {step + 1} of {last + 1}
        </h2>
        <Button size="compact-xs" onClick={stopEditing}>
          Done
        </Button>
      </div>
      <Kept
        label="Title of the story"
        value={story.title}
        most={MOST_TITLE}
        keep={(title) => change({ ...story, title })}
      />
      <Kept
        key={`${step} of ${story.steps.length} ${now.view}`}
        label="What this step says"
        value={now.says}
        most={MOST_SAYS}
        long
        keep={(says) => change(withStep({ says }))}
      />
      <div className="story-tools">
        <Tool label="Add this view" run={() => act(() => addView(told))} />
        <Tool
          label="Take this view instead"
          run={() => change(withStep({ view: stepQuery(currentView()) }))}
        />
        <Tool label="Move earlier" off={step === 0} run={() => move(-1)} />
        <Tool label="Move later" off={step === last} run={() => move(1)} />
        <Tool label="Remove" run={remove} />
        <Tool label="Previous step" off={step === 0} run={() => showStep(story, name, step - 1)} />
        <Tool label="Next step" off={step === last} run={() => showStep(story, name, step + 1)} />
        <Tool label="Save as file" run={save} />
      </div>
      <p className="muted small" role="status">
        {fault !== ''
          ? fault
          : isInAddress
            ? 'The address of the page holds the whole story: copy the link to share it.'
            : 'Too long for a link: save it as a file, which the page opens again.'}
      </p>
    </>
  );
}

function Tool({ label, off = false, run }: { label: string; off?: boolean; run: () => void }) {
  return (
    <Button size="compact-xs" variant="default" disabled={off} onClick={run}>
      {label}
    </Button>
  );
}

interface KeptProps {
  label: string;
  value: string;
  most: number;
  long?: boolean;
  keep: (text: string) => void;
}

/** A field that is kept when one leaves it, so that not every letter is packed into the address. */
function Kept({ label, value, most, long = false, keep }: KeptProps) {
  const [typed, setTyped] = useState(value);
  const shared = {
    size: 'xs',
    label,
    value: typed,
    maxLength: most,
    onBlur: () => {
      if (typed !== value) keep(typed);
    },
  } as const;
  return long ? (
    <Textarea {...shared} rows={2} onChange={(event) => setTyped(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} onChange={(event) => setTyped(event.currentTarget.value)} />
  );
}
