/** What else can be chosen for a ranking: where a walker starts, what ties are long or strong by, how often the graph is drawn. */
import { NativeSelect, NumberInput, Switch } from '@mantine/core';
import type { MeasureDescription } from '../../../src/contract/answers.js';
import { useMeta } from '../graph/meta.js';
import { joinIds, splitIds } from '../id-list.js';
import { changeView, useView } from '../view.js';
import { EntitiesField } from './entity-field.js';
import form from './form.module.css';
import classes from './panel.module.css';
import { type RankingOption, takersOf } from './ranking-question.js';

const DRAWS = ['50', '200', '1000'];
const FIRST_SEED = 1;
const MOST_SEED = 4_294_967_295;
/** Below this many relations the exact measure is soon done. */
const MANY_RELATIONS = 100_000;
/** A number that fewer relations bear serves a narrow scope only, which the address can ask for. */
const LEAST_SHARE = 0.1;
const ALLOWED_ERROR = '0.01';

export function RankingChoices(properties: {
  measures: readonly MeasureDescription[];
  chosen: readonly string[];
}) {
  const { measures, chosen } = properties;
  const view = useView();
  const meta = useMeta().data;
  const taken = (option: RankingOption) => takersOf(option, measures, chosen);
  const near = taken('near');
  const isValued = useNumbers().length > 0;
  const isLarge = (meta?.relations ?? 0) >= MANY_RELATIONS;
  const fields = [
    near.some.length === 0 ? null : (
      <div key="near">
        <EntitiesField
          label="Who matters to these?"
          value={splitIds(view.near)}
          onChange={(ids) => changeView({ near: joinIds(ids) })}
        />
        <p className={classes.dim}>
          {near.all
            ? 'Each walk of PageRank then starts afresh at them.'
            : `Only ${titles(near.some)} can start from somebody: with other measures chosen this is left out.`}
        </p>
      </div>
    ),
    isValued && (taken('distance').some.length > 0 || taken('strength').some.length > 0) ? (
      <TiesField key="ties" measures={measures} chosen={chosen} />
    ) : null,
    view.sensitivity === undefined ? null : (
      <div key="draws" className={form.pair}>
        <NativeSelect
          label="Draws"
          size="xs"
          value={view.sensitivity}
          onChange={(event) => changeView({ sensitivity: event.currentTarget.value })}
          data={[...new Set([...DRAWS, view.sensitivity])]}
        />
        <NumberInput
          label="Seed"
          description="the same seed, the same draws"
          size="xs"
          placeholder={String(FIRST_SEED)}
          value={view.seed ?? ''}
          min={0}
          max={MOST_SEED}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          onChange={(seed) => changeView({ seed: seed === '' ? undefined : String(seed) }, { fold: 'seed' })}
        />
      </div>
    ),
    isLarge && taken('approximate').all ? (
      <Switch
        key="approximate"
        label="Nearly right, and sooner"
        description={`no share off by more than ${ALLOWED_ERROR}, in 95 of 100 cases`}
        checked={view.approximate !== undefined}
        onChange={(event) =>
          changeView({ approximate: event.currentTarget.checked ? ALLOWED_ERROR : undefined })
        }
      />
    ) : null,
  ];
  return fields;
}

/** The attribute of relations that says how long or how strong a tie is. One of both, for one is long where the other is weak. */
function TiesField(properties: { measures: readonly MeasureDescription[]; chosen: readonly string[] }) {
  const { measures, chosen } = properties;
  const view = useView();
  const left = (['distance', 'strength'] as const).filter(
    (option) => view[option] !== undefined && !takersOf(option, measures, chosen).all,
  );
  return (
    <div>
      <ValueField
        options={(['distance', 'strength'] as const).filter(
          (option) => takersOf(option, measures, chosen).some.length > 0,
        )}
      />
      {left.map((option) => (
        <p key={option} className={classes.dim}>
          {option === 'distance' ? 'Lengths' : 'Strengths'} are left out: of the measures chosen only{' '}
          {titles(takersOf(option, measures, chosen).some) || 'none'} can take them.
        </p>
      ))}
    </div>
  );
}

/** All ties alike, or as the numbers of an attribute say; nothing where no relation bears a number. */
export function ValueField({ options }: { options: readonly ('distance' | 'strength')[] }) {
  const view = useView();
  const meta = useMeta().data;
  const numbers = useNumbers();
  if (numbers.length === 0) return null;
  const value =
    view.distance !== undefined
      ? `distance:${view.distance}`
      : view.strength !== undefined
        ? `strength:${view.strength}`
        : '';
  const bearing = (relations: number) =>
    relations === meta?.relations ? '' : ` (${relations.toLocaleString('en')} relations have it)`;
  return (
    <NativeSelect
      label="Each tie counts"
      size="xs"
      value={value}
      onChange={(event) => {
        const [option, attribute] = splitOnce(event.currentTarget.value);
        changeView({
          distance: undefined,
          strength: undefined,
          ...(option === '' ? {} : { [option]: attribute }),
        });
      }}
      data={[
        { value: '', label: 'The same' },
        ...options.flatMap((option) =>
          numbers.map(({ attribute, relations }) => ({
            value: `${option}:${attribute}`,
            label: `${option === 'distance' ? 'Longer' : 'Stronger'} by ${attribute}${bearing(relations)}`,
          })),
        ),
      ]}
    />
  );
}

/** Attributes that enough relations bear for a ranking to go by. */
function useNumbers() {
  const { relationNumbers = [], relations = 0 } = useMeta().data ?? {};
  return relationNumbers.filter((each) => each.relations >= LEAST_SHARE * relations);
}

const splitOnce = (text: string): [string, string] => {
  const at = text.indexOf(':');
  return at === -1 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)];
};

const titles = (measures: readonly MeasureDescription[]) => measures.map(({ title }) => title).join(', ');
