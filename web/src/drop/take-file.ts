/** Files that come to the page, dropped or chosen: stories are told here, graphs are sent to this server to be opened. */
import { useEffect } from 'react';
import { MOST_FILE_BYTES } from '../../../src/contract/formats.js';
import type { OpenedGraphView } from '../../../src/contract/opened-graphs.js';
import { request } from '../ask.js';
import { messageOf } from '../message-of.js';
import { showOpened } from '../opened-graph.js';
import { shareValue } from '../shared-value.js';
import { isStory, openStory } from '../story/open-story.js';

/** A file that is being opened, or why it is not. */
type Arrival = { readonly name: string } & ({ readonly cancel: () => void } | { readonly refused: string });

const arrival = shareValue<Arrival | undefined>(undefined);
export const useArrival = arrival.use;
export const forgetArrival = () => arrival.set(undefined);

/** Whether a file is being dragged over the page. */
const hovering = shareValue(false);
export const useHovering = hovering.use;

/** Opens one file; what keeps it from being opened is told in the page. */
async function takeFile(file: File): Promise<void> {
  const before = arrival.get();
  if (before !== undefined && 'cancel' in before) before.cancel();
  const abort = new AbortController();
  const { name } = file;
  const cancel = () => {
    abort.abort();
    forgetArrival();
  };
  arrival.set({ name, cancel });
  try {
    if (await isStory(file)) await openStory(file);
    else showOpened(await sendGraph(file, abort.signal));
    // Also where the graph's own page comes: who goes back finds this one as it was left.
    if (!abort.signal.aborted) forgetArrival();
  } catch (error) {
    // Cancelled: by hand, or because another file has come.
    if (abort.signal.aborted) return;
    arrival.set({ name, refused: messageOf(error) });
  }
}

/** Id of the graph that the server has made of the file. */
async function sendGraph(file: File, signal: AbortSignal): Promise<string> {
  const { name, size } = file;
  const [has, most] = [size, MOST_FILE_BYTES].map((bytes) => Math.ceil(bytes / 1024 / 1024));
  if (size === 0) throw new Error('It is empty.');
  if (size > MOST_FILE_BYTES)
    throw new Error(
      `The file has ${has} MB; the page opens files of up to ${most}. Serve it by itself: asterism serve --data FILE.`,
    );
  const body = await file.arrayBuffer().catch(() => {
    throw new Error('This cannot be read. Drop one file, not a folder.');
  });
  const { id } = await request<OpenedGraphView>(`/api/v1/workspaces?${new URLSearchParams({ name })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
    signal,
  });
  return id;
}

/** Lets the reader choose a file, with the browser's own dialog. */
export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) void takeFile(file);
    input.remove();
  });
  input.addEventListener('cancel', () => input.remove());
  // In the page while the dialog is open: one that nothing holds may be gone before a file is chosen.
  document.body.append(input);
  input.click();
}

/** Listens for files that are dropped anywhere on the page, while it stands. */
export function useDroppedFiles(): void {
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const hover = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser would leave the page to show the file.
      event.preventDefault();
      hovering.set(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) hovering.set(false);
    };
    const take = (event: DragEvent) => {
      hovering.set(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const [file, ...others] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      if (others.length === 0) void takeFile(file);
      else arrival.set({ name: `${others.length + 1} files`, refused: 'Drop one file at a time.' });
    };
    window.addEventListener('dragover', hover);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragover', hover);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', take);
    };
  }, []);
}
