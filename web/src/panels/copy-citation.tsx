/** Copies a claim with the whole of its source, for whoever quotes it. */
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import type { Evidence } from '../../../src/contract/answers.js';
import { ask } from '../ask.js';
import { useMeta } from '../graph/meta.js';
import { messageOf } from '../message-of.js';
import { viewLink } from '../view.js';
import { claimCitation } from './claim-citation.js';
import type { Claimed } from './error-report.js';

export function CopyCitation(properties: { claim: Evidence; about: Claimed; grade: string }) {
  const { claim, about, grade } = properties;
  const meta = useMeta().data;
  const clipboard = useClipboard({ timeout: 3000 });
  const [fault, setFault] = useState<string>();
  if (meta === undefined) return null;
  const copy = async () => {
    setFault(undefined);
    try {
      const { source } = await ask('source', { id: claim.source });
      const select = `${about.what}:${about.id}`;
      const link = viewLink({ select, revision: meta.revision });
      clipboard.copy(claimCitation(meta, about, claim, source, { grade, link }));
    } catch (error) {
      setFault(messageOf(error));
    }
  };
  return (
    <button type="button" className="link small" onClick={() => void copy()}>
      <span aria-live="polite">
        {fault ??
          (clipboard.error
            ? 'The browser refused the clipboard'
            : clipboard.copied
              ? 'Copied'
              : 'Copy with source')}
      </span>
    </button>
  );
}
