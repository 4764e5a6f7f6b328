/** How stars are dressed: what their size and colour stand for, the scale of both, and the language of their names. */
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useAnswer } from '../ask.js';
import { type ColorGroup, slotColor, USUAL_MEASURE, useColors, useSizes } from '../graph/dress.js';
import { useGraphAnswer } from '../graph/graph-answer.js';
import { hasSecondNames } from '../graph/names.js';
import { litOnHover, sameLight, setSpotlight, useSpotlight } from '../panels/lights.js';
import { groupMeasures } from '../panels/measure-groups.js';
import { numberText } from '../panels/number-text.js';
import { useScheme } from '../use-scheme.js';
import { changeView, useView } from '../view.js';

const COLORS = [
  { value: 'kind', label: 'Kind' },
  { value: 'community', label: 'Community' },
  { value: 'collection', label: 'Collection' },
];
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文' },
  { value: 'both', label: 'Both' },
];

export function DressControls() {
  const view = useView();
  const columns = useGraphAnswer().data;
  const { sizes, ...sizing } = useSizes();
  const { colors, ...coloring } = useColors();
  return (
    <fieldset className="facet dress">
      <legend className="eyebrow">Look</legend>
      <MeasureSelect />
      {sizing.error !== undefined && <p className="small">{sizing.error}</p>}
      {sizing.waits && <p className="muted small">Measuring …</p>}
      {sizes !== undefined && sizes.scale.length > 1 && (
        <ol className="size-scale" aria-label="Scale of sizes">
          {sizes.scale.map(({ value, radius }, at, all) => (
            <li key={value}>
              <svg width={2 * radius} height={2 * radius} aria-hidden="true">
                <circle cx={radius} cy={radius} r={radius} />
              </svg>
              <span className="number">
                {numberText(value)}
                {sizes.isCapped && at === all.length - 1 ? '+' : ''}
              </span>
            </li>
          ))}
        </ol>
      )}
      <NativeSelect
        size="xs"
        label="Colour"
        data={COLORS}
        value={COLORS.some(({ value }) => value === view.color) ? view.color : 'kind'}
        onChange={({ currentTarget: { value } }) =>
          changeView({ color: value === 'kind' ? undefined : value })
        }
      />
      {coloring.error !== undefined && <p className="small">{coloring.error}</p>}
      {coloring.waits && <p className="muted small">Finding communities …</p>}
      {colors !== undefined && columns !== undefined && colors.groups.length > 0 && (
        <ul className="color-key" aria-label="Colours">
          {colors.groups.map((group) => (
            <ColorRow key={group.id} group={group} ids={group.rows.map((row) => columns.entities.id[row]!)} />
          ))}
        </ul>
      )}
      {columns !== undefined && hasSecondNames(columns) && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Names"
          data={LANGUAGES}
          value={LANGUAGES.some(({ value }) => value === view.names) ? view.names! : 'en'}
          onChange={(value) => changeView({ names: value === 'en' ? undefined : value })}
        />
      )}
    </fieldset>
  );
}

function MeasureSelect() {
  const { size } = useView();
  const measures = useAnswer('measures').data?.measures ?? [];
  const { usual, more } = groupMeasures(measures);
  const options = (some: typeof measures) => some.map(({ id, title }) => ({ value: id, label: title }));
  const groups = [{ title: 'Usual', measures: usual }, ...more].filter((group) => group.measures.length > 0);
  return (
    <NativeSelect
      size="xs"
      label="Size"
      data={
        measures.length === 0
          ? [{ value: size ?? USUAL_MEASURE, label: '…' }]
          : groups.map((group) => ({ group: group.title, items: options([...group.measures]) }))
      }
      value={size ?? USUAL_MEASURE}
      onChange={({ currentTarget: { value } }) =>
        changeView({ size: value === USUAL_MEASURE ? undefined : value })
      }
    />
  );
}

/** Hovered, its members are lit; clicked, they stay so. */
function ColorRow({ group, ids }: { group: ColorGroup; ids: readonly string[] }) {
  const scheme = useScheme();
  const light = { entities: ids, reason: 'path' as const };
  const isLit = sameLight(light, useSpotlight());
  return (
    <li>
      <button
        type="button"
        className="facet-row"
        aria-pressed={isLit}
        title="Click to light these alone"
        {...litOnHover(light)}
        onClick={() => setSpotlight(isLit ? undefined : light)}
      >
        <span className="swatch-dot" style={{ background: slotColor(group.slot, scheme) }} />
        <span className="facet-label" title={group.label}>
          {group.label}
        </span>{' '}
        <span className="number muted">{ids.length.toLocaleString('en')}</span>
      </button>
    </li>
  );
}
