/** Prepares the report of an error in a claim: on the clipboard, or at the address that its collection declares. */
import { useClipboard } from '@mantine/hooks';
import type { Evidence } from '../../../src/contract/answers.js';
import { useMeta } from '../graph/meta.js';
import { viewLink } from '../view.js';
import { type Claimed, errorReport, reportAddress } from './error-report.js';

export function ReportError({ claim, about }: { claim: Evidence; about: Claimed }) {
  const meta = useMeta().data;
  const clipboard = useClipboard({ timeout: 6000 });
  if (meta === undefined) return null;
  const select = `${about.what}:${about.id}`;
  const link = viewLink({ select, revision: meta.revision });
  const text = errorReport(meta, about, claim, link);
  const address = reportAddress(meta, about, text);
  const maintainer = meta.collections.find(({ id }) => id === about.collection)?.maintainer;
  if (address !== undefined)
    return (
      <a className="link small" href={address} target="_blank" rel="noopener noreferrer">
        Report an error
      </a>
    );
  return (
    <button type="button" className="link small" onClick={() => clipboard.copy(text)}>
      <span aria-live="polite">
        {clipboard.error
          ? 'The browser refused the clipboard'
          : clipboard.copied
            ? `Copied: say what is wrong and send it to ${maintainer ?? 'the maintainer'}`
            : 'Report an error'}
      </span>
    </button>
  );
}
