/**
 * The right-hand column: one frosted frame that holds a panel or, over it, the inspector of what is selected. The frame draws
 * title, close button and scroll area; a panel draws its content alone and takes no properties.
 */
import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { Activity, type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { useAnswer } from './ask.js';
import { usePanelFocus } from './panel-focus.js';
import { selectedEntity } from './selected.js';
import { changeView, useView } from './view.js';

interface PanelRecord {
  title: string;
  Content: ComponentType;
  /** Opened from where it belongs and from the palette, not from the header. */
  aside?: true;
}

/** Every panel by its name in the address. Each is loaded when first opened. */
export const PANELS: Readonly<Record<string, PanelRecord>> = {
  paths: {
    title: 'Paths',
    Content: lazy(() => import('./panels/paths-panel.js').then((part) => ({ default: part.PathsPanel }))),
  },
  rankings: {
    title: 'Rankings',
    Content: lazy(() =>
      import('./panels/rankings-panel.js').then((part) => ({ default: part.RankingsPanel })),
    ),
  },
  changes: {
    title: 'Changes',
    Content: lazy(() => import('./panels/changes-panel.js').then((part) => ({ default: part.ChangesPanel }))),
  },
  groups: {
    title: 'Groups',
    Content: lazy(() => import('./panels/groups-panel.js').then((part) => ({ default: part.GroupsPanel }))),
  },
  sources: {
    title: 'Sources',
    Content: lazy(() => import('./panels/sources-panel.js').then((part) => ({ default: part.SourcesPanel }))),
  },
  table: {
    title: 'Table',
    Content: lazy(() => import('./table/table-panel.js').then((part) => ({ default: part.TablePanel }))),
  },
  places: {
    title: 'Places',
    Content: lazy(() => import('./map/places-panel.js').then((part) => ({ default: part.PlacesPanel }))),
    aside: true,
  },
  names: {
    title: 'Paste names',
    aside: true,
    Content: lazy(() => import('./panels/names-panel.js').then((part) => ({ default: part.NamesPanel }))),
  },
};
const INSPECTOR: PanelRecord = {
  title: 'Inspector',
  Content: lazy(() => import('./panels/inspector.js').then((part) => ({ default: part.Inspector }))),
};

/** Draws what the address says is open: the inspector of the selection, else the panel, else nothing. */
export function PanelHost() {
  const view = useView();
  const below = view.panel === undefined ? undefined : PANELS[view.panel];
  const shown = view.select === undefined ? below : INSPECTOR;
  const scroll = useRef<HTMLElement>(null);
  const subject = view.select ?? view.panel ?? '';
  const tops = useRef(new Map<string, number>());
  // A new subject starts at its top; the panel below the inspector stands as it was left.
  useEffect(() => {
    // In braces: scrolling returns a promise in recent browsers, and an effect may return nothing but its end.
    scroll.current?.scrollTo(0, PANELS[subject] === undefined ? 0 : (tops.current.get(subject) ?? 0));
  }, [subject]);
  usePanelFocus(scroll, subject, view.select);
  const entity = selectedEntity(view.select);
  const name = useAnswer('show', { id: entity }, { enabled: entity !== undefined }).data?.entity.name;
  if (shown === undefined) return null;
  const { title } = shown;
  const close = () => changeView(view.select === undefined ? { panel: undefined } : { select: undefined });
  return (
    <section className="panel side-panel" aria-label={title}>
      <header className="panel-bar">
        {shown === INSPECTOR && below !== undefined ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowLeft size={15} aria-hidden />}
            onClick={close}
          >
            {below.title}
          </Button>
        ) : (
          <h2 className="panel-title">{title}</h2>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Close ${title.toLowerCase()}`}
          onClick={() => changeView({ select: undefined, panel: undefined })}
        >
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </header>
      <section
        className="panel-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
        tabIndex={0}
        ref={scroll}
        aria-label={
          entity === undefined || name === undefined ? `${title} content` : `${title} content: ${name}`
        }
        onScroll={({ currentTarget }) => tops.current.set(subject, currentTarget.scrollTop)}
      >
        {view.select !== undefined && (
          <Suspense fallback={<PanelSkeleton />}>
            <INSPECTOR.Content />
          </Suspense>
        )}
        {/* Kept while the inspector covers it: its words, its rows and its folds are there when one comes back. */}
        {below !== undefined && (
          <Activity key={view.panel} mode={view.select === undefined ? 'visible' : 'hidden'}>
            <Suspense fallback={<PanelSkeleton />}>
              <below.Content />
            </Suspense>
          </Activity>
        )}
      </section>
    </section>
  );
}

/** What stands in a panel while its answer comes. */
export function PanelSkeleton() {
  return (
    <div className="panel-skeleton" role="status" aria-label="Loading">
      {[70, 100, 92, 100, 60].map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed decoration
        <Skeleton key={row} height={row === 0 ? 22 : 12} width={`${width}%`} />
      ))}
    </div>
  );
}
