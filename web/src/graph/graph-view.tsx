/** The graph on the page: the sky and what one does to it by hand and by keyboard, the card beside the pointer, the camera's buttons. */
import { IconPinnedOff } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { ToolButton } from '../buttons.js';
import { lassoMode, togglePicked } from '../by-hand.js';
import { Overview } from '../overview/overview.js';
import { useOverview } from '../overview/use-overview.js';
import { selectedEntity } from '../selected.js';
import { changeView, useView } from '../view.js';
import type { Sky } from './camera.js';
import { CameraControls } from './camera-controls.js';
import { ARROWS, type Pointed, starTowards } from './gestures.js';
import { useGraphAnswer } from './graph-answer.js';
import { HoverCard } from './hover-card.js';
import { Lasso } from './lasso.js';
import { MOST_PINS, pin, unpin, usePins } from './pins.js';
import { SkyConditions } from './sky-conditions.js';
import { nextTie, tieSentence, tiesOf } from './tie-walk.js';
import { useCamera } from './use-camera.js';
import { useShown } from './use-shown.js';
import { useSky } from './use-sky.js';
import './graph-view.css';

/** How far Shift with an arrow pushes a star. */
const PUSH_PX = 16;

export function GraphView({ meta }: { meta: Answer<'meta'> }) {
  const { select } = useView();
  const columns = useGraphAnswer().data;
  const shown = useShown();
  const { isOn: overview } = useOverview();
  const container = useRef<HTMLDivElement>(null);
  const { sky, graph, order, pointed, point } = useSky(container, meta.ontology, overview === false);
  const visible = () =>
    shown === undefined || graph === undefined
      ? []
      : order.filter((id) => shown.shown.entities[graph.getNodeAttribute(id, 'row')] === 0);
  const { zoom, home } = useCamera(sky, visible, order);
  const pinned = usePins().size;
  const isLassoOn = lassoMode.use();
  const selected = selectedEntity(select);
  /** From whom the keys walk on while a tie is pointed at. */
  const walker = useRef<string>(undefined);

  const onKey = (event: KeyboardEvent) => {
    // Escape ends the walk and then means to the page what it always means.
    if (event.key === 'Escape') leave();
    if (sky === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom(1 / 1.4);
    else if (event.key === '-') zoom(1.4);
    else if (event.key === '0') home();
    else if (event.key === 'Enter' && pointed.entity !== undefined)
      changeView({ select: `entity:${pointed.entity}` });
    else if (event.key === 'Enter' && pointed.relation !== undefined)
      changeView({ select: `relation:${pointed.relation}` });
    else if (event.key === ' ' && pointed.entity !== undefined) togglePicked(pointed.entity);
    else if (event.shiftKey && ARROWS[event.key] !== undefined) push(ARROWS[event.key]!);
    else if (event.key.toLowerCase() === 'r') walkTies(event.shiftKey ? -1 : 1);
    else {
      const places = new Map(
        order.flatMap((id) => {
          const data = sky.getNodeDisplayData(id);
          return data === undefined || data.hidden ? [] : [[id, sky.framedGraphToViewport(data)] as const];
        }),
      );
      const next = starTowards(places, pointed.entity ?? walker.current ?? selected, event.key);
      if (next === undefined) return;
      walker.current = next;
      point({ entity: next });
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** Points at the next tie of the star, or at the one before. */
  const walkTies = (by: 1 | -1) => {
    const star = pointed.entity ?? walker.current ?? selected;
    if (graph === undefined || shown === undefined || star === undefined) return;
    const next = nextTie(tiesOf(star, shown, graph), pointed.relation, by);
    if (next === undefined) return;
    walker.current = star;
    point({ relation: next });
  };
  const leave = () => {
    walker.current = undefined;
    point({});
  };

  /** Moves the star that is pointed at, as a drag would. */
  const push = ([right, down]: readonly [number, number]) => {
    const id = pointed.entity ?? selected;
    if (sky === undefined || id === undefined || !sky.getGraph().hasNode(id)) return;
    const { x, y } = sky.graphToViewport(sky.getGraph().getNodeAttributes(id));
    const place = sky.viewportToGraph({ x: x + right * PUSH_PX, y: y + down * PUSH_PX });
    sky.getGraph().mergeNodeAttributes(id, place);
    pin(id, place);
  };

  const spot = spotOf(sky, pointed);
  const said =
    pointed.entity !== undefined
      ? nameIn(columns, pointed.entity)
      : pointed.relation !== undefined && walker.current !== undefined && shown !== undefined
        ? tieSentence(pointed.relation, shown)
        : '';
  return (
    <>
      <SkyConditions />
      {overview === true && <Overview />}
      <div
        hidden={overview === true}
        className="sky-canvas"
        data-lasso={isLassoOn || undefined}
        ref={container}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the graph is walked with arrow keys
        tabIndex={0}
        aria-label={`Graph of ${shown?.shown.visibleEntities ?? 0} entities and ${shown?.shown.visibleRelations ?? 0} relations. Arrow keys walk, R goes through the relations of one, Enter selects, Space adds to the selection, Shift with arrows moves. The Table panel lists the same.`}
        onKeyDown={onKey}
        onBlur={leave}
      />
      {sky !== undefined && (
        <Lasso
          container={sky.getContainer()}
          caught={(isIn) =>
            visible().filter((id) => isIn(sky.graphToViewport(sky.getGraph().getNodeAttributes(id))))
          }
        />
      )}
      <span className="visually-hidden" aria-live="polite">
        {said}
      </span>
      {shown !== undefined && spot !== undefined && <HoverCard pointed={pointed} graph={shown} spot={spot} />}
      {sky !== undefined && (
        <CameraControls
          nearer={() => zoom(1 / 1.5)}
          farther={() => zoom(1.5)}
          home={home}
          homeLabel="Show everything"
        >
          {pinned > 0 && (
            <ToolButton
              side="left"
              label={`Release ${pinned} pinned${pinned === MOST_PINS ? ' (no address holds more)' : ''}`}
              onClick={() => unpin()}
              icon={<IconPinnedOff size={16} aria-hidden />}
            />
          )}
        </CameraControls>
      )}
    </>
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
