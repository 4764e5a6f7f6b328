/** The field beside the date: only what had been published by then. As of asks when something was so, this when one could know it. */
import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { countText } from '../count-text.js';
import { hiddenBy } from '../graph/filter.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { changeView, useView } from '../view.js';
import { HOW_TO_DATE, spanOf } from './moments.js';

export function KnownBy({ graph }: { graph: ShownGraph }) {
  const { knownBy } = useView();
  return <Field key={knownBy} knownBy={knownBy} hides={hiddenBy(graph.shown, 'knownBy').relations} />;
}

/** Written anew whenever the view brings another date. */
function Field({ knownBy, hides }: { knownBy: string | undefined; hides: number }) {
  const [text, setText] = useState(knownBy ?? '');
  const [isFault, setFault] = useState(knownBy !== undefined && spanOf(knownBy) === undefined);
  const tell = () => {
    const typed = text.trim();
    const isRead = typed === '' || spanOf(typed) !== undefined;
    setFault(!isRead);
    if (isRead) changeView({ knownBy: typed === '' ? undefined : typed });
  };
  return (
    <form
      className="time-known"
      onSubmit={(event) => {
        event.preventDefault();
        tell();
      }}
    >
      <label className="eyebrow" htmlFor="known-by">
        Known by
      </label>
      <TextInput
        id="known-by"
        size="xs"
        placeholder="Any time"
        title="Only relations of which a claim had been published by this date; those whose sources bear no date are hidden too"
        value={text}
        error={isFault}
        aria-describedby="known-by-note"
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={tell}
        rightSection={
          knownBy !== undefined && (
            <button
              type="button"
              className="time-clear"
              aria-label="Clear known by"
              onClick={() => changeView({ knownBy: undefined })}
            >
              <IconX size={14} aria-hidden />
            </button>
          )
        }
      />
      <p id="known-by-note" className="muted small" role="status">
        {isFault
          ? HOW_TO_DATE
          : knownBy === undefined
            ? 'published by then'
            : `${countText.ties(hides)} hidden`}
      </p>
    </form>
  );
}
