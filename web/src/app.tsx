/** The observatory: the graph fills the screen, everything else floats on it. Decides between loading, failed and the page itself. */
import { lazy, Suspense, useEffect } from 'react';
import { Failed, GhostSky, Loading } from './conditions.js';
import { ArrivalNotice } from './drop/arrival-notice.js';
import { LostGraph, OpenedNotice } from './drop/opened-notice.js';
import { useDroppedFiles } from './drop/take-file.js';
import { GraphView } from './graph/graph-view.js';
import { useMeta } from './graph/meta.js';
import { Header } from './header.js';
import { Legend } from './legend/legend.js';
import { useLost } from './opened-graph.js';
import { Openings } from './openings.js';
import { PanelHost } from './panel-host.js';
import { RevisionNotice } from './revision-notice.js';
import { SearchField } from './search/search-field.js';
import { SelectionBar } from './selection-bar.js';
import { ShortcutSheet, useShortcuts } from './shortcuts.js';
import { ShownSaid } from './shown-said.js';
import { StoryBar } from './story/story-bar.js';
import { TimeStrip } from './time/time-strip.js';
import { useView } from './view.js';

const MapView = lazy(() => import('./map/map-view.js').then((part) => ({ default: part.MapView })));

export function App() {
  const meta = useMeta();
  useShortcuts();
  useDroppedFiles();
  const isLost = useLost();
  const isMap = useView().map !== undefined;
  const title = meta.data?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Asterism`;
  }, [title]);
  if (isLost) return <LostGraph />;
  if (meta.isError) return <Failed error={meta.error} retry={() => void meta.refetch()} />;
  if (meta.data === undefined) return <Loading />;
  return (
    <div className="observatory">
      <a className="skip-link" href="#left">
        Skip to search and filters
      </a>
      <Header meta={meta.data} />
      <main className="sky" aria-label={isMap ? 'Map' : 'Graph'}>
        {isMap ? (
          <Suspense fallback={<GhostSky />}>
            <MapView />
          </Suspense>
        ) : (
          <GraphView meta={meta.data} />
        )}
      </main>
      <aside className="left" id="left" tabIndex={-1} aria-label="Search and filters">
        <SearchField meta={meta.data} />
        <Legend meta={meta.data} />
      </aside>
      <div className="middle">
        <RevisionNotice revision={meta.data.revision} />
        <OpenedNotice />
        <Openings openings={meta.data.ontology.openings} />
        <StoryBar openings={meta.data.ontology.openings} />
        <SelectionBar />
      </div>
      <div className="right">
        <PanelHost />
      </div>
      <div className="strip">
        <TimeStrip />
      </div>
      <ShownSaid />
      <ArrivalNotice />
      <ShortcutSheet />
    </div>
  );
}
