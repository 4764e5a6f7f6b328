/** One measure against another: every entity a point, those that stand out named. The table below it holds the same figures. */
import { NativeSelect } from '@mantine/core';
import type { MeasureDescription } from '../../../src/contract/answers.js';
import type { Answer } from '../../../src/contract/questions.js';
import { changeView, useView } from '../view.js';
import form from './form.module.css';
import classes from './panel.module.css';
import style from './ranking-scatter.module.css';
import { ScatterChart } from './scatter-chart.js';

export function RankingScatter(properties: {
  answer: Answer<'rank'>;
  measures: readonly MeasureDescription[];
  chosen: readonly string[];
}) {
  const { answer, measures, chosen } = properties;
  const { across: asked, up: wanted } = useView();
  const ids = answer.measures.map(({ id }) => id);
  const up = wanted !== undefined && ids.includes(wanted) ? wanted : ids[0]!;
  const across =
    asked !== undefined && ids.includes(asked) && asked !== up ? asked : ids.find((id) => id !== up);
  // A measure that has not been asked for is asked for with the others.
  const choose = (field: 'across' | 'up') => (event: { currentTarget: { value: string } }) => {
    const id = event.currentTarget.value;
    const other = field === 'up' ? across : up;
    changeView({
      measures: [...new Set([...chosen, id])].join(','),
      across,
      up,
      [field]: id,
      ...(id === other ? { [field === 'up' ? 'across' : 'up']: field === 'up' ? up : across } : {}),
    });
  };
  const titles = measures.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <section className={style.scatter} aria-label="One measure against another">
      <div className={form.pair}>
        <NativeSelect size="xs" label="Upwards" value={up} onChange={choose('up')} data={titles} />
        <NativeSelect
          size="xs"
          label="Across"
          value={across ?? ''}
          onChange={choose('across')}
          data={across === undefined ? [{ value: '', label: 'Choose a measure' }, ...titles] : titles}
        />
      </div>
      {across === undefined ? (
        <p className={classes.dim}>Choose a second measure to set against the first.</p>
      ) : (
        <ScatterChart key={`${across} ${up}`} answer={answer} across={across} up={up} />
      )}
    </section>
  );
}
