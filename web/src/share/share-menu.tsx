/** What can be taken away: the link, the picture, the data of the view, the sources behind it. */
import { FileButton, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { SmallButton } from '../buttons.js';
import { drawnSky } from '../graph/drawn-sky.js';
import { entityName } from '../graph/graph-answer.js';
import { useShown } from '../graph/use-shown.js';
import { drawnMap } from '../map/drawn-map.js';
import { countText } from '../panels/asked-of.js';
import { dateText } from '../panels/period-text.js';
import { useEntity } from '../panels/use-entity.js';
import { selectedEntity } from '../selected.js';
import { openStory } from '../story/open-story.js';
import { StoryFault } from '../story/story.js';
import { addView, useToldStory } from '../story/told-story.js';
import type { Scheme } from '../theme.js';
import { useScheme } from '../use-scheme.js';
import { changeView, currentView, useView } from '../view.js';
import { copiedWords, copyLink } from './copy-link.js';
import { drawPicture, skySight } from './picture.js';
import { fileName, viewTitle } from './picture-words.js';
import { pngBlob } from './png-blob.js';
import { rowsInView } from './rows-in-view.js';
import { saveBlob, saveExport } from './save-file.js';
import { SHEETS, type Sheet } from './sheet.js';
import { svgText } from './svg-text.js';
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
  const drawn = drawnSky.use();
  const placed = drawnMap.use();
  const isDrawn = (drawn ?? placed) !== undefined;
  const page = useScheme();
  const [title, setTitle] = useState('');
  const [chosen, setScheme] = useState<Scheme>();
  const scheme = chosen ?? page;
  const [sheet, setSheet] = useState<Sheet>('page');
  const [said, say] = useState('');
  const [busy, setBusy] = useState<string>();

  /** One thing at a time; what it ends with is said in the menu. */
  const take = async (name: string, work: () => void | Promise<void>) => {
    setBusy(name);
    say('');
    try {
      await work();
      say(`${name} is saved.`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(undefined);
    }
  };
  const nameOf = useNames();
  const own = title.trim();
  const suggested = viewTitle(view, meta, nameOf);
  const words = own === '' ? suggested : own;
  // Data are of all that shows, whoever of it is selected.
  const { select: _, ...unselected } = view;
  const dataWords = own === '' ? viewTitle(unselected, meta, nameOf) : own;
  const selected = selectedEntity(view.select);
  const picture = async () => {
    // The map's own code is loaded where a map stands, and not before.
    const sight =
      placed !== undefined
        ? (await import('./map-marks.js')).mapSight(placed, scheme, sheet)
        : drawn && skySight(drawn, scheme, meta.ontology, sheet);
    if (sight === undefined) throw new Error('There is no graph to draw yet.');
    const date = dateText(new Date().toLocaleDateString('sv'));
    return drawPicture(sight, currentView(), meta, { title: words, scheme, date, sheet });
  };
  const saveSvg = async () => {
    const made = await picture();
    saveBlob(
      fileName(made.title, meta.revision, 'svg'),
      new Blob([svgText(made)], { type: 'image/svg+xml;charset=utf-8' }),
    );
  };
  const savePng = async () => {
    const made = await picture();
    saveBlob(fileName(made.title, meta.revision, 'png'), await pngBlob(made, SHEETS[sheet].pngScale));
  };
  const formats = (list: readonly (readonly [id: string, label: string, what: string])[]) =>
    list.map(([id, label, what]) => (
      <SmallButton
        key={id}
        title={what}
        loading={busy === label}
        disabled={graph === undefined || graph.shown.visibleEntities === 0}
        onClick={() =>
          void take(label, () =>
            saveExport(id, rowsInView(graph!), (extension) => fileName(dataWords, meta.revision, extension)),
          )
        }
      >
        {label}
      </SmallButton>
    ));

  return (
    <div className="share">
      <Section title="Link">
        <SmallButton
          onClick={async () =>
            say(
              (await copyLink(view, meta.revision))
                ? `${copiedWords()}. It brings back all that you see.`
                : 'The browser refused the clipboard: copy the address bar instead.',
            )
          }
        >
          Copy link
        </SmallButton>
      </Section>
      {selected === undefined || view.focus !== undefined || view.only !== undefined ? null : (
        <p className="muted small">
          Picture and data are of all that shows.{' '}
          <button type="button" className="link" onClick={() => changeView({ focus: selected, depth: '1' })}>
            Only {nameOf(selected)} and its neighbours
          </button>
        </p>
      )}
      <Section title="Picture">
        <TextInput
          size="xs"
          label="Title"
          placeholder={suggested}
          maxLength={160}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label="Colours of the picture"
          value={scheme}
          onChange={setScheme}
          data={[
            { value: 'light', label: 'Light, for paper' },
            { value: 'dark', label: 'Dark, for screens' },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label="Width of the picture"
          value={sheet}
          onChange={setSheet}
          data={(['page', 'column'] as const).map((value) => ({ value, label: SHEETS[value].label }))}
        />
        <div className="share-row">
          <SmallButton disabled={!isDrawn} loading={busy === 'PNG'} onClick={() => void take('PNG', savePng)}>
            PNG
          </SmallButton>
          <SmallButton disabled={!isDrawn} loading={busy === 'SVG'} onClick={() => void take('SVG', saveSvg)}>
            SVG
          </SmallButton>
          <span className="muted small">
            {!isDrawn ? 'once the graph is drawn' : 'with legend, scope, date and licences'}
          </span>
        </div>
      </Section>
      <Section title="Data of this view">
        {graph === undefined ? null : (
          <p className="muted small">
            {countText.entities(graph.shown.visibleEntities)},{' '}
            {countText.relations(graph.shown.visibleRelations)}: what is shown, in sight or beside it
          </p>
        )}
        <div className="share-row">{formats(DATA)}</div>
      </Section>
      <Section title="The sources behind it">
        <div className="share-row">{formats(REFERENCES)}</div>
      </Section>
      <StorySection meta={meta} say={say} close={close} />
      <p className="share-said small" role="status">
        {said}
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

/** Stories are made and opened here; the story bar tells and edits them. */
function StorySection(props: { meta: Answer<'meta'>; say: (words: string) => void; close: () => void }) {
  const { meta, say, close } = props;
  const told = useToldStory(meta.ontology.openings);
  const known = told instanceof StoryFault ? undefined : told;
  const run = (work: () => Promise<void>) =>
    work().then(close, (error: unknown) => say(error instanceof Error ? error.message : String(error)));
  return (
    <Section title="Story">
      <div className="share-row">
        <SmallButton onClick={() => void run(() => addView(known))}>
          {known === undefined ? 'Begin a story with this view' : 'Add this view to the story'}
        </SmallButton>
        <FileButton
          accept="application/json,.json"
          onChange={(file) => file !== null && void run(() => openStory(file))}
        >
          {(button) => <SmallButton {...button}>Open a story</SmallButton>}
        </FileButton>
      </div>
      <p className="muted small">
        Views in an order, a sentence with each. A story file may also be dropped on the page.
      </p>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="share-section" aria-label={title}>
      <h2 className="eyebrow">{title}</h2>
      {children}
    </section>
  );
}
