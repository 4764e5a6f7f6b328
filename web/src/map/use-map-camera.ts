/** Who moves the map: the address, the person, or a view that frames what is shown between the panels. */
import type { Map as BaseMap, PaddingOptions } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { freeArea } from '../graph/camera.js';
import { flyToAwaited, onFlight } from '../graph/highlight.js';
import { changeView, useView, WHOLE_MAP } from '../view.js';
import { boundsOf, type LonLat } from './mercator.js';
import type { Stand } from './stands.js';

const REST_MS = 400;
const PANEL_MS = 60;
const FLIGHT_MS = 520;
const MARGIN_PX = 46;
/** As close as a flight goes: a city among its neighbours, a country among its. */
const FLIGHT_ZOOM = { point: 6, area: 3.4 };

/** `lon,lat,zoom` as the address keeps it. */
export const mapText = ({ lon, lat }: LonLat, zoom: number): string =>
  [lon, lat, zoom].map((value) => Number(value.toFixed(3))).join(',');

/** Reads it back; undefined for the whole map and for anything mangled, which shows the whole map too. */
export function readMap(text: string | undefined): (LonLat & { zoom: number }) | undefined {
  const parts = (text ?? '').split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [lon, lat, zoom] = parts;
  if (parts.length !== 3 || !parts.every(Number.isFinite) || Math.abs(lat!) > 90) return undefined;
  return { lon: lon!, lat: lat!, zoom: zoom! };
}

/** Room that panels take at each side, and some air. */
function padding(map: BaseMap): PaddingOptions {
  const { left, top, right, bottom } = freeArea(map);
  const { clientWidth, clientHeight } = map.getContainer();
  return {
    left: left + MARGIN_PX,
    top: top + MARGIN_PX,
    right: clientWidth - right + MARGIN_PX,
    bottom: clientHeight - bottom + MARGIN_PX,
  };
}

export type MapCamera = ReturnType<typeof useMapCamera>;

/** Keeps map and address in step. `visible` are the places to frame, `standOf` tells where a flight to an entity goes. */
export function useMapCamera(
  map: BaseMap | undefined,
  visible: readonly LonLat[],
  standOf: (id: string) => Stand | undefined,
) {
  const { map: kept, panel, select } = useView();
  const told = useRef(kept);
  const steered = useRef(readMap(kept) !== undefined);
  const frame = (how: 'fly' | 'jump') => frameAll(map, visible, how);
  const now = useRef({ frame, standOf });
  now.current = { frame, standOf };
  const hasPlaces = visible.length > 0;

  useEffect(() => {
    if (map === undefined || !hasPlaces) return;
    const place = readMap(told.current);
    if (place === undefined) now.current.frame('jump');
    else map.jumpTo({ center: [place.lon, place.lat], zoom: place.zoom });
    let rest: ReturnType<typeof setTimeout> | undefined;
    const keep = ({ originalEvent }: { originalEvent?: unknown }) => {
      if (originalEvent !== undefined) steered.current = true;
      clearTimeout(rest);
      rest = setTimeout(() => {
        if (!steered.current) return;
        const { lng, lat } = map.getCenter().wrap();
        told.current = mapText({ lon: lng, lat }, map.getZoom());
        changeView({ map: told.current }, { replace: true });
      }, REST_MS);
    };
    const refit = () => {
      if (!steered.current) now.current.frame('jump');
    };
    map.on('move', keep);
    map.on('resize', refit);
    const stopFlights = onFlight((id) => {
      const stand = now.current.standOf(id);
      if (stand === undefined) return false;
      steered.current = true;
      flyToPlaces(map, [stand], stand.precision === 'country' ? FLIGHT_ZOOM.area : FLIGHT_ZOOM.point);
      return true;
    });
    return () => {
      clearTimeout(rest);
      map.off('move', keep);
      map.off('resize', refit);
      stopFlights();
    };
  }, [map, hasPlaces]);

  // Whoever was sought outside the lens stands on the map once the wider one is loaded.
  // biome-ignore lint/correctness/useExhaustiveDependencies: places that came are a reason, not an input
  useEffect(() => {
    if (map !== undefined) flyToAwaited();
  }, [map, visible]);

  // Back and forward bring their camera with them.
  useEffect(() => {
    if (map === undefined || kept === told.current) return;
    told.current = kept;
    const place = readMap(kept);
    steered.current = place !== undefined;
    if (place === undefined) now.current.frame('fly');
    else map.easeTo({ center: [place.lon, place.lat], zoom: place.zoom, duration: FLIGHT_MS });
  }, [map, kept]);

  // A panel that covers part of the map frames it anew; `panel` and `select` are reasons, not inputs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (map === undefined || steered.current) return;
    // A flight may have begun in between.
    const timer = setTimeout(() => {
      if (!steered.current) now.current.frame('fly');
    }, PANEL_MS);
    return () => clearTimeout(timer);
  }, [map, panel, select === undefined]);

  return {
    zoom(by: number) {
      if (map === undefined) return;
      steered.current = true;
      const area = freeArea(map);
      map.easeTo({
        zoom: map.getZoom() + by,
        around: map.unproject([(area.left + area.right) / 2, (area.top + area.bottom) / 2]),
        duration: FLIGHT_MS / 2,
      });
    },
    pan(x: number, y: number) {
      steered.current = true;
      map?.panBy([x, y], { duration: FLIGHT_MS / 2 });
    },
    /** Brings places into the free area, closer than now. */
    fly(places: readonly LonLat[], closest = Number.POSITIVE_INFINITY) {
      if (map === undefined) return;
      steered.current = true;
      flyToPlaces(map, places, Math.min(closest, map.getMaxZoom()), map.getZoom() + 1);
    },
    home() {
      steered.current = false;
      told.current = WHOLE_MAP;
      changeView({ map: WHOLE_MAP }, { replace: true });
      frame('fly');
    },
  };
}

function frameAll(map: BaseMap | undefined, places: readonly LonLat[], how: 'fly' | 'jump'): void {
  const bounds = boundsOf(places);
  if (map === undefined || bounds === undefined) return;
  const target = map.cameraForBounds(bounds, { padding: padding(map), maxZoom: FLIGHT_ZOOM.point });
  if (target === undefined) return;
  if (how === 'jump') map.jumpTo(target);
  else map.easeTo({ ...target, duration: FLIGHT_MS });
}

/** Flies so that the places fill the free area, no closer than `closest`, and at least as close as `least` where one asks. */
function flyToPlaces(map: BaseMap, places: readonly LonLat[], closest: number, least = 0): void {
  const bounds = boundsOf(places);
  const target = bounds && map.cameraForBounds(bounds, { padding: padding(map), maxZoom: closest });
  if (target === undefined) return;
  const zoom = Math.max(Math.min(least, map.getMaxZoom()), Number(target.zoom ?? map.getZoom()));
  const area = freeArea(map);
  const { clientWidth, clientHeight } = map.getContainer();
  const [west, south, east, north] = bounds!;
  map.easeTo({
    center: [(west + east) / 2, (south + north) / 2],
    zoom,
    offset: [(area.left + area.right - clientWidth) / 2, (area.top + area.bottom - clientHeight) / 2],
    duration: FLIGHT_MS,
  });
}
