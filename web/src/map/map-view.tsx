/** The map in the sky's place: the same entities, filters and selection on an offline world map, ties as arcs along great circles. */
import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { lassoMode, pickAll, togglePicked } from '../by-hand.js';
import { Condition } from '../conditions.js';
import { CameraControls } from '../graph/camera-controls.js';
import { type Pointed, starTowards } from '../graph/gestures.js';
import { Lasso } from '../graph/lasso.js';
import { SkyConditions } from '../graph/sky-conditions.js';
import { type ShownGraph, useShown } from '../graph/use-shown.js';
import { selectedEntity } from '../selected.js';
import { useScheme } from '../use-scheme.js';
import { changeView, currentView, useView } from '../view.js';
import { countriesNamed, LIT_COUNTRIES } from './base-style.js';
import { MapCard, type Under } from './map-card.js';
import { MapNote } from './map-note.js';
import { countriesOf, hitTest } from './map-scene.js';
import type { Stand } from './stands.js';
import { useBaseMap } from './use-base-map.js';
import { useMapCamera } from './use-map-camera.js';
import { useMapScene } from './use-map-scene.js';
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
  const scheme = useScheme();
  const { map, isLoaded, fault } = useBaseMap(container, useWorld().data, scheme);
  const [under, setUnder] = useState<Under>({});
  const [holder, setHolder] = useState<HTMLDivElement | null>(null);
  const isLassoOn = lassoMode.use();
  const { entities, relations } = graph.columns;
  const pointed = useMemo<Pointed>(() => {
    const { mark, arc } = under;
    if (mark?.rows.length === 1) return { entity: entities.id[mark.rows[0]!]! };
    if (arc?.rows.length === 1) return { relation: relations.id[arc.rows[0]!]! };
    return {};
  }, [under, entities, relations]);
  const { scene, drawn, placed, screenOf } = useMapScene(canvas, map, graph, stands, pointed);
  const visible = useMemo(() => placed.map((row) => stands[row]!), [placed, stands]);
  const camera = useMapCamera(map, visible, (id) => stands[entities.id.indexOf(id)]);
  const [spot, setSpot] = useState({ x: 0, y: 0, off: 0 });

  // Marks of another zoom or filter are other marks: what was pointed at is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => setUnder({}), [scene.marks]);

  const act = useRef({ open, setUnder });
  function open({ mark, arc }: Under, deeper: boolean) {
    if (mark?.rows.length === 1) {
      const id = entities.id[mark.rows[0]!]!;
      changeView(
        deeper
          ? { select: `entity:${id}`, focus: id, depth: currentView().depth }
          : { select: `entity:${id}` },
      );
    } else if (mark !== undefined) camera.fly(mark.places);
    else if (arc === undefined) changeView({ select: undefined });
    else if (arc.rows.length === 1) changeView({ select: `relation:${relations.id[arc.rows[0]!]}` });
    else camera.fly([arc.from, arc.to]);
  }
  /** With Shift a click adds everybody at a place to the selection. */
  function pick({ mark }: Under) {
    const ids = mark?.rows.map((row) => entities.id[row]!) ?? [];
    if (ids.length === 1) togglePicked(ids[0]!);
    else if (ids.length > 1) pickAll(ids);
  }
  act.current = { open, setUnder };

  useEffect(() => {
    if (map === undefined) return;
    const at = (point: { x: number; y: number }) => underOf(hitTest(drawn.current, point));
    map.on('mousemove', ({ point }) => {
      const hit = hitTest(drawn.current, point);
      const { mark, arc } = hit;
      const found = underOf(hit);
      map.getCanvas().style.cursor = (mark ?? arc) ? 'pointer' : '';
      setSpot(
        mark === undefined
          ? { x: point.x, y: point.y, off: 14 }
          : { x: mark.x, y: mark.y, off: mark.mark.radius + 10 },
      );
      act.current.setUnder((before) =>
        before.mark === found.mark && before.arc === found.arc ? before : found,
      );
    });
    map.on('mouseout', () => act.current.setUnder({}));
    map.on('click', ({ point, originalEvent }) => {
      // With Shift, or the lasso switched on, it is the lasso that hears of it.
      if (!originalEvent.shiftKey && !lassoMode.get()) act.current.open(at(point), false);
    });
    map.on('dblclick', ({ point, originalEvent }) => {
      if (originalEvent.shiftKey || lassoMode.get()) return;
      const found = at(point);
      if (found.mark?.rows.length === 1) act.current.open(found, true);
      else if (found.mark === undefined)
        map.easeTo({ zoom: map.getZoom() + 1, around: map.unproject(point) });
    });
  }, [map, drawn]);

  const meant = [pointed.entity, selectedEntity(select)];
  const countries = countriesOf(meant, scene);
  const countryKey = countries.join('|');
  useEffect(() => {
    if (isLoaded) map?.setFilter(LIT_COUNTRIES, countriesNamed(countryKey.split('|')));
  }, [map, isLoaded, countryKey]);

  const pointAt = (mark: Under['mark']) => {
    if (mark === undefined) return;
    const point = screenOf(mark.at);
    if (point !== undefined)
      setSpot({ x: point.x + mark.aside.x, y: point.y + mark.aside.y, off: mark.radius + 10 });
    setUnder({ mark });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setUnder({});
    if (map === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = PANS[event.key];
    if (event.key === '+' || event.key === '=') camera.zoom(0.6);
    else if (event.key === '-') camera.zoom(-0.6);
    else if (event.key === '0') camera.home();
    else if (event.key === 'Enter' && under.mark !== undefined) open(under, false);
    else if (event.key === ' ' && under.mark !== undefined) pick(under);
    else if (pan !== undefined && event.shiftKey) camera.pan(...pan);
    else if (pan !== undefined) {
      const places = new Map(drawn.current.marks.map(({ mark, x, y }) => [keyOf(mark), { x, y, mark }]));
      const next = starTowards(places, under.mark && keyOf(under.mark), event.key);
      if (next === undefined) return;
      pointAt(places.get(next)!.mark);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = under.mark === undefined ? '' : (nameOf(under.mark.rows) ?? '');
  function nameOf(rows: readonly number[]) {
    return rows.length === 1 ? entities.name[rows[0]!] : `${rows.length} entities, ${under.mark?.name ?? ''}`;
  }

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
        onBlur={() => setUnder({})}
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
          press={(point) => pick(underOf(hitTest(drawn.current, point)))}
        />
      )}
      <span className="visually-hidden" aria-live="polite">
        {said}
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

const underOf = ({ mark, arc }: ReturnType<typeof hitTest>): Under => ({
  ...(mark && { mark: mark.mark }),
  ...(arc && { arc: arc.arc }),
});

const PAN_PX = 160;
const PANS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-PAN_PX, 0],
  ArrowRight: [PAN_PX, 0],
  ArrowUp: [0, -PAN_PX],
  ArrowDown: [0, PAN_PX],
};

const keyOf = ({ rows }: { rows: readonly number[] }) => rows.join(' ');
