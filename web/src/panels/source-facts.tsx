/** A publication's particulars: who published it when, how reliable it is taken to be, where to read it, how to cite it. */
import { Fragment } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import type { Source } from '../../../src/contract/records.js';
import { dateText } from '../../../src/model/period-text.js';
import { bibtex, ris } from '../../../src/model/references.js';
import { CopyButton } from '../buttons.js';
import classes from './panel.module.css';
import { SelectLink } from './selection.js';

type SourceView = Answer<'source'>['source'];

/** Buttons that copy these sources as BibTeX and RIS. */
export function CopyCitations({ sources }: { sources: readonly Source[] }) {
  const what = sources.length === 1 ? '' : ` of all ${sources.length}`;
  return (
    <div className={classes.actions}>
      <CopyButton label={`Copy BibTeX${what}`} text={bibtex(sources)} />
      <CopyButton label={`Copy RIS${what}`} text={ris(sources)} />
    </div>
  );
}

function Address({ title, address }: { title: string; address: string | undefined }) {
  if (address === undefined) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <a className={classes.link} href={address} rel="noreferrer" target="_blank">
          {address}
        </a>
      </dd>
    </>
  );
}

export function SourceFacts({ source, reliability }: { source: SourceView; reliability: string }) {
  const byline = [source.authors.join(', '), source.publisher].filter(
    (part) => part !== undefined && part !== '',
  );
  const { derivedFrom } = source;
  return (
    <>
      <p>{[...byline, source.date === undefined ? 'undated' : dateText(source.date)].join(' · ')}</p>
      <dl className={classes.facts}>
        <dt>Reliability</dt>
        <dd>
          <b>{source.reliability}</b> {reliability}
        </dd>
        <Address title="Address" address={source.url} />
        <Address title="Archived" address={source.archivedUrl} />
        {source.read === undefined ? null : (
          <>
            <dt>Read</dt>
            <dd>{dateText(source.read)}</dd>
          </>
        )}
        {derivedFrom === undefined ? null : (
          <>
            <dt>Repeats</dt>
            <dd>
              {derivedFrom === 'unknown'
                ? 'something that is not known'
                : derivedFrom.map((id, nth) => (
                    <Fragment key={id}>
                      {nth === 0 ? '' : ', '}
                      <SelectLink what="source" id={id}>
                        {id}
                      </SelectLink>
                    </Fragment>
                  ))}
            </dd>
          </>
        )}
        {source.note === undefined ? null : (
          <>
            <dt>Note</dt>
            <dd>{source.note}</dd>
          </>
        )}
        <dt>Licence</dt>
        <dd>{source.licence ?? 'not stated'}</dd>
        <dt>Collection</dt>
        <dd>{source.collection}</dd>
      </dl>
      <CopyCitations sources={[source]} />
    </>
  );
}
