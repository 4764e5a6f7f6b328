/** A reference to what is shown, ready to paste: title, graph, revision and the address that shows it again. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useAnswer } from '../ask.js';
import { useView, viewAddress } from '../view.js';

export function CopyReference({ title, select }: { title: string; select: string }) {
  const view = useView();
  const meta = useAnswer('meta').data;
  const clipboard = useClipboard({ timeout: 2000 });
  if (meta === undefined) return null;
  const address = new URL(viewAddress({ ...view, select, revision: meta.revision }), location.href);
  const text = `${title}. ${meta.title}, revision ${meta.revision}. ${address}`;
  return <CopyButton label="Copy reference" clipboard={clipboard} text={text} />;
}

/** A button that copies a text and says whether it could. */
export function CopyButton(properties: {
  label: string;
  clipboard: ReturnType<typeof useClipboard>;
  text: string;
}) {
  const { label, clipboard, text } = properties;
  return (
    <Button size="compact-sm" variant="default" onClick={() => clipboard.copy(text)}>
      <span aria-live="polite">
        {clipboard.error ? 'Not allowed here' : clipboard.copied ? 'Copied' : label}
      </span>
    </Button>
  );
}
