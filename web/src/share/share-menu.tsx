/** What can be taken away: the link, the picture, the data of the view, the sources behind it, a story. */
import { useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { SmallButton } from '../buttons.js';
import { countText } from '../count-text.js';
import { entityName } from '../graph/graph-answer.js';
import { type ShownGraph, useShown } from '../graph/use-shown.js';
import { useEntity } from '../panels/use-entity.js';
import { selectedEntity } from '../selected.js';
import { changeView, useView } from '../view.js';
import { copiedWords, copyLink } from './copy-link.js';
import { PictureSection } from './picture-section.js';
import { fileName, viewTitle } from './picture-words.js';
import { rowsInView } from './rows-in-view.js';
import { saveExport } from './save-file.js';
import { ShareSection } from './share-section.js';
import { StorySection } from './story-section.js';
import { type Saving, useSaving } from './use-saving.js';
import './share-menu.css';

const DATA = [
  ['csv', 'CSV', 'Relations as a table; Excel opens it with Chinese intact'],
  ['gexf', 'GEXF', 'For Gephi'],
  ['graphml', 'GraphML', 'For yEd, Cytoscape, NetworkX, igraph'],
  ['gml', 'GML', 'For older tools'],
  ['graphology', 'JSON', 'graphology’s own shape'],
] as const;
const REFERENCES = [
  ['bibtex', 'BibTeX', 'For LaTeX and JabRef'],
  ['ris', 'RIS', 'For Zotero, EndNote, Mendeley'],
] as const;

export function ShareMenu({ meta, close }: { meta: Answer<'meta'>; close: () => void }) {
  const view = useView();
  const graph = useShown();
  const saving = useSaving();
  const [typed, type] = useState('');
  const nameOf = useNames();
  const own = typed.trim();
  const suggested = viewTitle(view, meta, nameOf);
  // Data are of all that shows, whoever of it is selected.
  const { select: _, ...unselected } = view;
  const dataTitle = own === '' ? viewTitle(unselected, meta, nameOf) : own;
  const nameFor = (extension: string) => fileName(dataTitle, meta.revision, extension);
  const selected = selectedEntity(view.select);
  const copy = async () =>
    saving.say(
      (await copyLink(view, meta.revision))
        ? `${copiedWords()}. It brings back all that you see.`
        : 'The browser refused the clipboard: copy the address bar instead.',
    );
  return (
    <div className="share">
      <ShareSection title="Link">
        <SmallButton onClick={() => void copy()}>Copy link</SmallButton>
      </ShareSection>
      {selected === undefined || view.focus !== undefined || view.only !== undefined ? null : (
        <p className="muted small share-extent">
          Picture and data are of all that shows.{' '}
          <button type="button" className="link" onClick={() => changeView({ focus: selected, depth: '1' })}>
            Only {nameOf(selected)} and its neighbours
          </button>
        </p>
      )}
      <PictureSection
        meta={meta}
        typed={typed}
        suggested={suggested}
        type={type}
        title={own === '' ? suggested : own}
        saving={saving}
      />
      <ShareSection title="Data of this view">
        {graph === undefined ? null : (
          <p className="muted small">
            {countText.entities(graph.shown.visibleEntities)},{' '}
            {countText.relations(graph.shown.visibleRelations)}: what is shown, in sight or beside it
          </p>
        )}
        <Formats formats={DATA} graph={graph} nameFor={nameFor} saving={saving} />
      </ShareSection>
      <ShareSection title="The sources behind it">
        <Formats formats={REFERENCES} graph={graph} nameFor={nameFor} saving={saving} />
      </ShareSection>
      <StorySection meta={meta} say={saving.say} close={close} />
      <p className="share-said small" role="status">
        {saving.said}
      </p>
    </div>
  );
}

/** Names of entities, those too that the view speaks of and its lens does not hold. */
function useNames(): (id: string) => string {
  const view = useView();
  const others = [
    useEntity(view.focus),
    useEntity(selectedEntity(view.select)),
    useEntity(view.from),
    useEntity(view.to),
  ];
  return (id) => others.find((entity) => entity?.id === id)?.name ?? entityName(id);
}

/** A button for each format in which what is shown can be saved. */
function Formats(properties: {
  formats: readonly (readonly [id: string, label: string, what: string])[];
  graph: ShownGraph | undefined;
  nameFor: (extension: string) => string;
  saving: Saving;
}) {
  const { formats, graph, nameFor, saving } = properties;
  return (
    <div className="share-row">
      {formats.map(([id, label, what]) => (
        <SmallButton
          key={id}
          title={what}
          loading={saving.busy === label}
          disabled={graph === undefined || graph.shown.visibleEntities === 0}
          onClick={() => saving.take(label, () => saveExport(id, rowsInView(graph!), nameFor))}
        >
          {label}
        </SmallButton>
      ))}
    </div>
  );
}
