/** The questions that measures answer, in plain words; name, formula, projection and reference behind an i. */
import { ActionIcon, Checkbox, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { MeasureDescription } from '../../../src/contract/answers.js';
import { changeView } from '../view.js';
import chooser from './measure-chooser.module.css';
import { groupMeasures } from './measure-groups.js';
import classes from './panel.module.css';

const ASKED = 'What do you want to know?';

/** Can be folded, so that on a low screen the answer has room. */
export function MeasureChooser(properties: {
  measures: readonly MeasureDescription[];
  chosen: readonly string[];
}) {
  const { measures, chosen } = properties;
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    changeView({ measures: next.join(',') });
  };
  const { usual, more } = groupMeasures(measures);
  const rest = more.flatMap((group) => group.measures);
  const isChosen = ({ id }: MeasureDescription) => chosen.includes(id);
  const question = (measure: MeasureDescription) => (
    <div key={measure.id} className={chooser.measure}>
      <Checkbox
        size="xs"
        checked={isChosen(measure)}
        onChange={() => toggle(measure.id)}
        label={measure.question}
      />
      <MeasureNote measure={measure} />
    </div>
  );
  return (
    <details open className={chooser.chooser}>
      <summary>{ASKED}</summary>
      <fieldset aria-label={ASKED}>
        {usual.map(question)}
        <details className={classes.fold} open={rest.some(isChosen) || undefined}>
          <summary>{rest.length} more measures</summary>
          {more.map((group) => (
            <div key={group.title} className={chooser.group}>
              <h4>{group.title}</h4>
              {group.measures.map(question)}
            </div>
          ))}
        </details>
      </fieldset>
    </details>
  );
}

function MeasureNote({ measure }: { measure: MeasureDescription }) {
  const facts: [string, string][] = [
    ['Formula', measure.formula],
    ['Unit', measure.unit],
    ['Projection', measure.projection],
    ['Reference', measure.reference],
  ];
  return (
    <Popover width={300} withArrow shadow="md" position="bottom-end" trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`About ${measure.title}`}>
          <IconInfoCircle size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={measure.title}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the trapped focus needs a place to rest, and long text scrolls */}
        <div tabIndex={0} className={`${classes.panel} ${chooser.note}`}>
          <p>
            <b>{measure.title}</b>
          </p>
          <dl className={classes.stack}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt className={classes.dim}>{name}</dt>
                <dd className={chooser.fact}>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
