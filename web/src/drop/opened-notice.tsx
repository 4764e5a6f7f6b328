/** Says of a graph that was opened from a file where it is held, for how long, and how to keep it; and when it is gone. */
import { Button } from '@mantine/core';
import { IconFileImport, IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenedGraphView } from '../../../src/contract/opened-graphs.js';
import { type AskError, request } from '../ask.js';
import { CrossButton, SmallButton } from '../buttons.js';
import { Condition, GhostSky } from '../conditions.js';
import { closeOpened, openedId } from '../opened-graph.js';
import { ArrivalNotice } from './arrival-notice.js';
import { chooseFile } from './take-file.js';
import './drop.css';

/** While the page is looked at, this keeps its graph from being let go. */
const STILL_HERE_MS = 15 * 60_000;
/** Remarks that are read at a glance stand open: what was made of a file is not to be searched for. */
const MOST_OPEN = 4;

export function OpenedNotice() {
  const id = openedId();
  const [isDismissed, setDismissed] = useState(false);
  const { data } = useQuery<OpenedGraphView, AskError>({
    queryKey: ['opened', id],
    queryFn: ({ signal }) => request(`/api/v1/workspaces/${encodeURIComponent(id!)}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: STILL_HERE_MS,
    retry: false,
  });
  if (data === undefined || isDismissed) return null;
  const { warnings } = data;
  return (
    <section className="panel notice opened" aria-label="Opened file">
      <IconFileImport size={17} aria-hidden />
      <div className="opened-words">
        <p>
          <strong>{data.name}</strong> is open for this tab only. This server holds it in memory until you
          close it, {data.idleMinutes} minutes pass without a question, or the server stops.
        </p>
        {warnings.length > 0 && (
          <details open={warnings.length <= MOST_OPEN}>
            <summary>
              {warnings.length === 1 ? 'A remark' : `${warnings.length} remarks`} on reading it
            </summary>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </details>
        )}
        <div className="opened-line">
          <details>
            <summary>How to keep it</summary>
            <p>
              <code>asterism serve --data FILE</code> serves it for as long as you like;{' '}
              <code>asterism import FORMAT FILE --out DIR</code> makes a data folder of it, to be worked on.
            </p>
          </details>
          <SmallButton onClick={closeOpened}>Back to the served graph</SmallButton>
        </div>
      </div>
      <CrossButton label="Dismiss this notice" onClick={() => setDismissed(true)} />
    </section>
  );
}

/** In the place of the page, once its graph is gone. */
export function LostGraph() {
  return (
    <main className="condition" data-condition="lost">
      <GhostSky />
      <Condition
        icon={<IconFileOff size={26} stroke={1.5} aria-hidden />}
        title="This graph is no longer open"
        action={
          <div className="sky-actions">
            <Button onClick={chooseFile}>Open a graph file…</Button>
            <Button variant="default" onClick={closeOpened}>
              Back to the served graph
            </Button>
          </div>
        }
      >
        <p role="alert">It was opened from a file, held for a while, and let go.</p>
        <p>Drop the file on the page again. If the link is somebody else’s, ask for the file.</p>
      </Condition>
      <ArrivalNotice />
    </main>
  );
}
