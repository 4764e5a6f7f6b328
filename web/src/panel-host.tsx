/**
 * The right-hand column: one frosted frame that holds a panel or, over it, the inspector of what is selected. The frame draws
 * title, close button and scroll area; a panel draws its content alone and takes no properties.
 */
import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
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
  const subject = `${view.select ?? ''} ${view.panel ?? ''}`;
  // A new subject starts at its top; `subject` is the reason for the effect, not an input.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    // In braces: scrolling returns a promise in recent browsers, and an effect may return nothing but its end.
    scroll.current?.scrollTo(0, 0);
  }, [subject]);
  if (shown === undefined) return null;
  const { title, Content } = shown;
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className="panel-scroll" tabIndex={0} ref={scroll} aria-label={`${title} content`}>
        <Suspense fallback={<PanelSkeleton />}>
          <Content />
        </Suspense>
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
