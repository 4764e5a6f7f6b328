/** Buttons that save the publications behind some claims as BibTeX or RIS. */
import { useState } from 'react';
import type { Evidence } from '../../../src/contract/answers.js';
import { bibtex, ris } from '../../../src/model/references.js';
import { ask } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { countText } from '../count-text.js';
import { useMeta } from '../graph/meta.js';
import { messageOf } from '../message-of.js';
import { fileName } from '../share/picture-words.js';
import { saveBlob } from '../share/save-file.js';
import classes from './panel.module.css';

const FORMATS = [
  { label: 'BibTeX', extension: 'bib', type: 'application/x-bibtex', write: bibtex },
  { label: 'RIS', extension: 'ris', type: 'application/x-research-info-systems', write: ris },
] as const;

/** `title` names the file: what the claims are on. */
export function CiteClaims({ title, claims }: { title: string; claims: readonly Evidence[] }) {
  const revision = useMeta().data?.revision ?? '';
  const [fault, setFault] = useState('');
  const cited = new Set(claims.map(({ source }) => source));
  if (cited.size === 0) return null;
  const save = async ({ extension, type, write }: (typeof FORMATS)[number]) => {
    setFault('');
    try {
      const { sources } = await ask('sources');
      const text = write(sources.filter(({ id }) => cited.has(id)));
      saveBlob(fileName(title, revision, extension), new Blob([text], { type: `${type};charset=utf-8` }));
    } catch (error) {
      setFault(messageOf(error));
    }
  };
  return (
    <div className={classes.actions}>
      <span className={classes.dim}>{countText.sources(cited.size)} behind it:</span>
      {FORMATS.map((format) => (
        <SmallButton
          key={format.label}
          aria-label={`Save the sources as ${format.label}`}
          onClick={() => void save(format)}
        >
          {format.label}
        </SmallButton>
      ))}
      {fault === '' ? null : <span role="alert">{fault}</span>}
    </div>
  );
}
