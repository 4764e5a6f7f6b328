/** The map in the sky's place: the same entities, filters and selection on an offline world map, ties as arcs along great circles. */
import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { GraphAnswer } from '../../../src/contract/answers.js';
import { lassoMode } from '../by-hand.js';
import { Condition } from '../conditions.js';
import { CameraControls } from '../graph/camera-controls.js';
import { type Pointed, starTowards } from '../graph/gestures.js';
import { Lasso } from '../graph/lasso.js';
import { SkyConditions } from '../graph/sky-conditions.js';
import { type ShownGraph, useShown } from '../graph/use-shown.js';
import { selectedEntity } from '../selected.js';
import { useScheme } from '../use-scheme.js';
import { changeView, useView } from '../view.js';
import type { Mark } from './arrange.js';
import { countriesNamed, LIT_COUNTRIES } from './base-style.js';
import { MapCard } from './map-card.js';
import { open, pick, useClicks } from './map-hands.js';
import { MapNote } from './map-note.js';
import { countriesOf, type Drawn } from './map-scene.js';
import type { Stand } from './stands.js';
import { useBaseMap } from './use-base-map.js';
import { useMapCamera } from './use-map-camera.js';
import { useMapScene } from './use-map-scene.js';
import { type Under, underAt, useUnder } from './use-under.js';
import { useStands, useWorld } from './world.js';
import './map.css';

export function MapView() {
  const graph = useShown();
  const stands = useStands();
  const world = useWorld();
  return (
    <>
      <SkyConditions />
      {world.isError && <MapCondition text={world.error.message} retry={() => void world.refetch()} />}
      {graph !== undefined && stands !== undefined && <PlacedMap graph={graph} stands={stands} />}
    </>
  );
}

function MapCondition({ text, retry }: { text: string; retry?: () => void }) {
  return (
    <div className="sky-condition" data-condition="map-failed">
      <Condition
        title="The map cannot be drawn"
        action={
          <div className="sky-actions">
            {retry !== undefined && <Button onClick={retry}>Try again</Button>}
            <Button variant="default" onClick={() => changeView({ panel: 'places', select: undefined })}>
              List the places
            </Button>
            <Button variant="default" onClick={() => changeView({ map: undefined })}>
              Back to the sky
            </Button>
          </div>
        }
      >
        <p role="alert">{text}</p>
      </Condition>
    </div>
  );
}

function PlacedMap({ graph, stands }: { graph: ShownGraph; stands: readonly (Stand | undefined)[] }) {
  const { select } = useView();
  const container = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Drawn>({ marks: [], arcs: [] });
  const [holder, setHolder] = useState<HTMLDivElement | null>(null);
  const isLassoOn = lassoMode.use();
  const { columns } = graph;
  const { entities } = columns;
  const { map, isLoaded, fault } = useBaseMap(container, useWorld().data, useScheme());
  const { under, spot, walkTo, leave } = useUnder(map, drawn);
  const pointed = useMemo(() => pointedBy(under, columns), [under, columns]);
  const { scene, placed } = useMapScene(canvas, map, graph, stands, pointed, drawn);
  const visible = useMemo(() => placed.map((row) => stands[row]!), [placed, stands]);
  const camera = useMapCamera(map, visible, (id) => stands[entities.id.indexOf(id)]);
  useClicks(map, drawn, (found, deeper) => open(found, deeper, columns, camera));

  // Marks of another zoom or filter are other marks: what was pointed at is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(leave, [scene.marks]);

  const countries = countriesOf([pointed.entity, selectedEntity(select)], scene).join('|');
  useEffect(() => {
    if (isLoaded) map?.setFilter(LIT_COUNTRIES, countriesNamed(countries.split('|')));
  }, [map, isLoaded, countries]);

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    if (map === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = PANS[event.key];
    if (event.key === '+' || event.key === '=') camera.zoom(0.6);
    else if (event.key === '-') camera.zoom(-0.6);
    else if (event.key === '0') camera.home();
    else if (event.key === 'Enter' && under.mark !== undefined) open(under, false, columns, camera);
    else if (event.key === ' ' && under.mark !== undefined) pick(under, columns);
    else if (pan !== undefined && event.shiftKey) camera.pan(...pan);
    else if (pan !== undefined) {
      const marks = new Map(drawn.current.marks.map((one) => [keyOf(one.mark), one]));
      const next = starTowards(marks, under.mark && keyOf(under.mark), event.key);
      if (next === undefined) return;
      walkTo(marks.get(next)!);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        className="map"
        data-lasso={isLassoOn || undefined}
        ref={setHolder}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is walked with arrow keys
        tabIndex={0}
        aria-label={`Map of ${placed.length} entities. Arrow keys walk, Enter selects or opens, Space adds to the selection, Shift and arrows move the map. The list of places holds the same.`}
        onKeyDown={onKey}
        onBlur={leave}
      >
        <div className="map-base" ref={container} />
        <canvas className="map-marks" ref={canvas} aria-hidden />
      </div>
      {holder !== null && (
        <Lasso
          container={holder}
          caught={(isIn) =>
            drawn.current.marks
              .filter(isIn)
              .reverse()
              .flatMap(({ mark }) => mark.rows.map((row) => entities.id[row]!))
          }
          press={(point) => pick(underAt(drawn.current, point), columns)}
        />
      )}
      <span className="visually-hidden" aria-live="polite">
        {under.mark === undefined ? '' : nameOf(under.mark, columns)}
      </span>
      {fault !== undefined && <MapCondition text={fault} />}
      {(under.mark ?? under.arc) !== undefined && (
        <MapCard under={under} graph={graph} stands={stands} spot={spot} />
      )}
      {map !== undefined && (
        <CameraControls
          nearer={() => camera.zoom(0.8)}
          farther={() => camera.zoom(-0.8)}
          home={camera.home}
          homeLabel="Show the whole map"
        />
      )}
      <MapNote graph={graph} stands={stands} placed={placed.length} />
    </>
  );
}

/** The one entity or relation that is meant; nothing where there are several. */
function pointedBy({ mark, arc }: Under, { entities, relations }: GraphAnswer): Pointed {
  if (mark?.rows.length === 1) return { entity: entities.id[mark.rows[0]!]! };
  if (arc?.rows.length === 1) return { relation: relations.id[arc.rows[0]!]! };
  return {};
}

const nameOf = ({ rows, name }: Mark, { entities }: GraphAnswer) =>
  rows.length === 1 ? entities.name[rows[0]!]! : `${rows.length} entities, ${name ?? ''}`;

const PAN_PX = 160;
const PANS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-PAN_PX, 0],
  ArrowRight: [PAN_PX, 0],
  ArrowUp: [0, -PAN_PX],
  ArrowDown: [0, PAN_PX],
};

const keyOf = ({ rows }: { rows: readonly number[] }) => rows.join(' ');
