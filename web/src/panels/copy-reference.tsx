/** A reference to what is shown, ready to paste: title, graph, revision and the address that shows it again. */
import { useAnswer } from '../ask.js';
import { CopyButton } from '../buttons.js';
import { useView, viewAddress } from '../view.js';

export function CopyReference({ title, select }: { title: string; select: string }) {
  const view = useView();
  const meta = useAnswer('meta').data;
  if (meta === undefined) return null;
  const address = new URL(viewAddress({ ...view, select, revision: meta.revision }), location.href);
  const text = `${title}. ${meta.title}, revision ${meta.revision}. ${address}`;
  return <CopyButton label="Copy reference" text={text} />;
}
