/** The graph on the page: sigma under React, fed with columns, filters, selection and light; what it says goes back into the view. */
import { ActionIcon, Button, Tooltip, useComputedColorScheme } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { Condition, GhostSky } from '../conditions.js';
import { FILTER_FIELDS } from '../legend/active-filters.js';
import { changeView, useView } from '../view.js';
import { buildGraph } from './build-graph.js';
import {
  bringIntoSight,
  cameraText,
  fitting,
  flyToNode,
  moveCamera,
  readCamera,
  type Sky,
  scaleStars,
} from './camera.js';
import { listenToPointer, type Pointed, pins, starTowards } from './gestures.js';
import { useGraphAnswer } from './graph-answer.js';
import { onFlight, useHighlight } from './highlight.js';
import { HoverCard } from './hover-card.js';
import { createIconAtlas } from './icon-atlas.js';
import { iconName } from './icons.js';
import { drawLabels, type LabelScene } from './labels.js';
import { paint } from './paint.js';
import { createSky } from './sky.js';
import { useShown } from './use-shown.js';
import './graph-view.css';

declare global {
  interface Window {
    /** For tests and scripts in the page: where an entity stands, in pixels of the viewport. */
    __asterism?: { positionOf(id: string): { x: number; y: number } | undefined };
  }
}

const CAMERA_REST_MS = 400;
/** A double click is two clicks at one place: the camera waits for the second before it moves. */
const DOUBLE_CLICK_MS = 340;

export function GraphView({ meta }: { meta: Answer<'meta'> }) {
  const view = useView();
  const answer = useGraphAnswer();
  const columns = answer.data;
  const shown = useShown();
  const scheme = useComputedColorScheme('dark');
  const highlight = useHighlight();
  const container = useRef<HTMLDivElement>(null);
  const [sky, setSky] = useState<Sky>();
  const [pointed, setPointed] = useState<Pointed>({});
  const scene = useRef<LabelScene>(undefined);
  // Whether the person has moved the camera: then it is theirs, and neither panels nor filters move it.
  const steered = useRef(readCamera(view.camera) !== undefined);

  const atlas = useMemo(
    () => createIconAtlas(meta.ontology.kinds.map(({ id }) => iconName(meta.ontology, id))),
    [meta.ontology],
  );
  const graph = useMemo(
    () => (columns === undefined ? undefined : buildGraph(columns, meta.ontology)),
    [columns, meta.ontology],
  );

  useEffect(() => {
    if (graph === undefined || container.current === null) return;
    for (const [id, place] of pins) if (graph.hasNode(id)) graph.mergeNodeAttributes(id, place);
    const made = createSky(graph, container.current, atlas);
    made.on('afterRender', () => {
      if (scene.current === undefined) return;
      drawLabels(made, scene.current);
      document.documentElement.dataset['graph'] = 'ready';
    });
    listenToPointer(made, setPointed);
    window.__asterism = {
      positionOf(id) {
        const data = made.getNodeDisplayData(id);
        if (data === undefined || data.hidden) return undefined;
        const { x, y } = made.framedGraphToViewport(data);
        const { left, top } = made.getContainer().getBoundingClientRect();
        return { x: x + left, y: y + top };
      },
    };
    const stopFlights = onFlight((id) => flyToNode(made, id));
    setSky(made);
    return () => {
      stopFlights();
      delete window.__asterism;
      delete document.documentElement.dataset['graph'];
      setSky(undefined);
      setPointed({});
      made.kill();
    };
  }, [graph, atlas]);

  // Fonts come after the first frame; names are measured with them, so they are drawn again.
  useEffect(() => {
    if (sky === undefined) return;
    let alive = true;
    void document.fonts.ready.then(() => alive && sky.scheduleRender());
    return () => {
      alive = false;
    };
  }, [sky]);

  const order = useMemo(
    () =>
      graph === undefined
        ? []
        : graph
            .nodes()
            .sort((a, b) => graph.getNodeAttribute(b, 'degree') - graph.getNodeAttribute(a, 'degree')),
    [graph],
  );

  useEffect(() => {
    if (sky === undefined || graph === undefined || shown === undefined || shown.columns !== columns) return;
    const light = {
      columns: shown.columns,
      ontology: shown.ontology,
      shown: shown.shown,
      scheme,
      select: view.select,
      highlight:
        pointed.relation === undefined
          ? highlight
          : { relations: [pointed.relation], reason: 'hover' as const },
      hovered: pointed.entity,
    };
    const { node, edge, lit } = paint(light, graph, atlas);
    const { entities, relations } = shown.columns;
    const labels = new Map(meta.ontology.types.map(({ id, label }) => [id, label]));
    const selected = view.select?.startsWith('entity:') ? view.select.slice('entity:'.length) : undefined;
    scene.current = {
      scheme,
      lit,
      order,
      first: [pointed.entity, selected],
      name: (id) => entities.name[graph.getNodeAttribute(id, 'row')]!,
      relationLabel: (id) =>
        graph.hasEdge(id) ? labels.get(relations.type[graph.getEdgeAttribute(id, 'row')]!) : undefined,
    };
    sky.setSettings({ nodeReducer: node, edgeReducer: edge });
  }, [sky, graph, shown, columns, scheme, view.select, highlight, pointed, order, meta.ontology, atlas]);

  const goHome = (how: 'fly' | 'jump') => {
    if (sky === undefined || shown === undefined || graph === undefined) return;
    const visible = order.filter((id) => shown.shown.entities[graph.getNodeAttribute(id, 'row')] === 0);
    const target = fitting(sky, visible.length > 0 ? visible : order);
    if (how === 'jump') {
      scaleStars(sky, fitting(sky, order).ratio);
      sky.getCamera().setState(target);
    } else moveCamera(sky, target);
  };
  const goHomeNow = useRef(goHome);
  goHomeNow.current = goHome;

  // First sight of a sky: the camera of the address, or all of it between the panels.
  const firstCamera = useRef(view.camera);
  useEffect(() => {
    if (sky === undefined) return;
    const kept = readCamera(firstCamera.current);
    firstCamera.current = undefined;
    steered.current = kept !== undefined;
    goHomeNow.current('jump');
    if (kept !== undefined) sky.getCamera().setState(kept);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const container = sky.getContainer();
    const steer = () => {
      steered.current = true;
    };
    const keep = () => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        if (steered.current)
          changeView({ camera: cameraText(sky.getCamera().getState()) }, { replace: true });
      }, CAMERA_REST_MS);
    };
    const refit = () => {
      if (!steered.current) goHomeNow.current('jump');
    };
    sky.getCamera().on('updated', keep);
    sky.on('resize', refit);
    // While it goes down: sigma stops the event on its way up.
    container.addEventListener('wheel', steer, { passive: true, capture: true });
    const dragStage = () => {
      if (sky.getMouseCaptor().isMoving) steer();
    };
    sky.on('moveBody', dragStage);
    return () => {
      clearTimeout(rest);
      sky.getCamera().off('updated', keep);
      container.removeEventListener('wheel', steer, { capture: true });
    };
  }, [sky]);

  // The camera leaves the address with the view that it belonged to; going back brings both.
  useEffect(() => {
    if (view.camera === undefined) steered.current = false;
  }, [view.camera]);

  const { focus, depth, panel } = view;
  const firstFit = useRef(true);
  // A focus, or a panel that covers part of the sky, frames anew; `focus`, `depth` and `panel` are reasons, not inputs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (firstFit.current) {
      firstFit.current = false;
      return;
    }
    if (sky === undefined || (steered.current && focus === undefined)) return;
    const timer = setTimeout(() => goHomeNow.current('fly'), 30);
    return () => clearTimeout(timer);
  }, [focus, depth, panel]);

  // A selection that the inspector covers is brought back into sight, once a double click can no longer be meant.
  const selectedEntity = view.select?.startsWith('entity:') ? view.select.slice('entity:'.length) : undefined;
  useEffect(() => {
    if (sky === undefined || selectedEntity === undefined) return;
    const timer = setTimeout(() => bringIntoSight(sky, selectedEntity), DOUBLE_CLICK_MS);
    return () => clearTimeout(timer);
  }, [sky, selectedEntity]);

  const zoom = (factor: number) => {
    if (sky === undefined) return;
    steered.current = true;
    const state = sky.getCamera().getState();
    moveCamera(sky, { ...state, ratio: state.ratio * factor });
  };
  const home = () => {
    steered.current = false;
    changeView({ camera: undefined }, { replace: true });
    goHome('fly');
  };

  const onKey = (event: KeyboardEvent) => {
    // Escape ends the walk and then means to the page what it always means.
    if (event.key === 'Escape') setPointed({});
    if (sky === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom(1 / 1.4);
    else if (event.key === '-') zoom(1.4);
    else if (event.key === '0') home();
    else if (event.key === 'Enter' && pointed.entity !== undefined)
      changeView({ select: `entity:${pointed.entity}` });
    else {
      const places = new Map(
        order.flatMap((id) => {
          const data = sky.getNodeDisplayData(id);
          return data === undefined || data.hidden ? [] : [[id, sky.framedGraphToViewport(data)] as const];
        }),
      );
      const next = starTowards(places, pointed.entity ?? selectedEntity, event.key);
      if (next === undefined) return;
      setPointed({ entity: next });
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const spot = spotOf(sky, pointed);
  const empty = shown !== undefined && shown.shown.visibleEntities === 0;
  const said = pointed.entity !== undefined ? nameIn(columns, pointed.entity) : '';
  return (
    <>
      {columns === undefined && !answer.isError && (
        <div role="status" aria-label="Loading the graph">
          <GhostSky />
        </div>
      )}
      <div
        className="sky-canvas"
        ref={container}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the graph is walked with arrow keys
        tabIndex={0}
        aria-label={`Graph of ${shown?.shown.visibleEntities ?? 0} entities and ${shown?.shown.visibleRelations ?? 0} relations. Arrow keys walk, Enter selects. The Table panel lists the same.`}
        onKeyDown={onKey}
        onBlur={() => setPointed({})}
      />
      <span className="visually-hidden" aria-live="polite">
        {said}
      </span>
      {shown !== undefined && spot !== undefined && <HoverCard pointed={pointed} graph={shown} spot={spot} />}
      {sky !== undefined && (
        <fieldset className="sky-controls panel" aria-label="Camera">
          <SkyButton
            label="Zoom in"
            onClick={() => zoom(1 / 1.5)}
            icon={<IconPlus size={16} aria-hidden />}
          />
          <SkyButton label="Zoom out" onClick={() => zoom(1.5)} icon={<IconMinus size={16} aria-hidden />} />
          <SkyButton
            label="Show everything"
            onClick={home}
            icon={<IconFocusCentered size={16} aria-hidden />}
          />
        </fieldset>
      )}
      {answer.isError && (
        <div className="sky-condition" data-condition="graph-failed">
          <Condition
            title={answer.error.problem.title ?? 'The graph did not come'}
            action={
              <div className="sky-actions">
                <Button onClick={() => void answer.refetch()}>Try again</Button>
                {view.lens !== undefined && (
                  <Button variant="default" onClick={() => changeView({ lens: undefined })}>
                    Use the default lens
                  </Button>
                )}
              </div>
            }
          >
            <p role="alert">{answer.error.message}</p>
          </Condition>
        </div>
      )}
      {empty && (
        <div className="sky-condition" data-condition="empty">
          <Condition
            title={
              columns?.entities.id.length === 0 ? 'This lens holds nothing' : 'Nothing matches this scope'
            }
            action={
              <div className="sky-actions">
                <Button
                  onClick={() =>
                    changeView(Object.fromEntries(FILTER_FIELDS.map((field) => [field, undefined])))
                  }
                >
                  Drop all filters
                </Button>
                <Button variant="default" onClick={() => changeView({ lens: 'everything' })}>
                  Show everything
                </Button>
              </div>
            }
          >
            <p>
              {columns?.entities.id.length === 0
                ? 'Choose another lens, or look at everything that is loaded.'
                : 'The filters together hide every entity. Drop one in the legend, or all of them at once.'}
            </p>
          </Condition>
        </div>
      )}
    </>
  );
}

function SkyButton(props: { label: string; onClick: () => void; icon: React.ReactNode }) {
  return (
    <Tooltip label={props.label} position="left">
      <ActionIcon variant="subtle" color="gray" aria-label={props.label} onClick={props.onClick}>
        {props.icon}
      </ActionIcon>
    </Tooltip>
  );
}

const nameIn = (columns: Answer<'graph'> | undefined, id: string) =>
  columns?.entities.name[columns.entities.id.indexOf(id)] ?? '';

/** Where a card for what is pointed at belongs, in pixels of the sky. */
function spotOf(sky: Sky | undefined, { entity, relation }: Pointed) {
  const at = (id: string) => {
    const data = sky?.getNodeDisplayData(id);
    return data === undefined || sky === undefined
      ? undefined
      : { ...sky.framedGraphToViewport(data), off: sky.scaleSize(data.size) + 12 };
  };
  if (entity !== undefined) return at(entity);
  if (relation === undefined || sky?.getGraph().hasEdge(relation) !== true) return undefined;
  const [from, to] = sky.getGraph().extremities(relation).map(at);
  return from && to ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, off: 18 } : undefined;
}
