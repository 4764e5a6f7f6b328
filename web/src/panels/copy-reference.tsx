/** A reference to what is shown, ready to paste: title, graph, revision and the address that shows it again. */
import { CopyButton } from '../buttons.js';
import { useMeta } from '../graph/meta.js';
import { useView, viewLink } from '../view.js';

export function CopyReference({ title, select }: { title: string; select: string }) {
  const view = useView();
  const meta = useMeta().data;
  if (meta === undefined) return null;
  const link = viewLink({ ...view, select, revision: meta.revision });
  const text = `${title}. ${meta.title}, revision ${meta.revision}. ${link}`;
  return <CopyButton label="Copy reference" text={text} />;
}
