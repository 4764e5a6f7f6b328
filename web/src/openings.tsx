/** Cards with questions that the data answers, shown under the stars while nothing is selected and no panel is open. A click tells the answer, step by step. */
import { ActionIcon } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OntologyRecord } from '../../src/contract/ontology.js';
import { useOverview } from './overview/use-overview.js';
import { showStep, stopEditing } from './story/told-story.js';
import { useView } from './view.js';
import './openings.css';

export function Openings({ openings }: { openings: OntologyRecord['openings'] }) {
  const view = useView();
  const { isOn: hasBubbles } = useOverview();
  const [dismissed, setDismissed] = useState(false);
  const busy = [view.story, view.select, view.panel, view.focus, view.picked, view.only, view.map].some(
    (field) => field !== undefined,
  );
  if (openings.length === 0 || dismissed || busy || hasBubbles === true) return null;
  return (
    <section className="openings" aria-label="Questions to begin with">
      {openings.map(({ id, title, text, steps }) => (
        <button
          key={id}
          type="button"
          className="panel opening"
          onClick={() => {
            stopEditing();
            showStep({ title, steps }, id, 0);
          }}
        >
          <strong>{title}</strong>
          <span>{text}</span>
          <IconArrowRight size={15} aria-hidden />
        </button>
      ))}
      <ActionIcon
        className="openings-close"
        variant="default"
        radius="xl"
        size="sm"
        aria-label="Dismiss the questions"
        onClick={() => setDismissed(true)}
      >
        <IconX size={13} aria-hidden />
      </ActionIcon>
    </section>
  );
}
