/** What began and what ended between two dates, and who rose by it. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EntityReference, RelationView } from '../../../src/contract/answers.js';
import type { Answer } from '../../../src/contract/questions.js';
import { dateText } from '../../../src/model/period-text.js';
import { useAnswer } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { countText } from '../count-text.js';
import { HOW_TO_DATE, rangeOf, spanOf } from '../time/moments.js';
import { changeView, scopeOf, useView } from '../view.js';
import { AnswerResult } from './answer-result.js';
import { AskedOf } from './asked-of.js';
import style from './changes-panel.module.css';
import form from './form.module.css';
import { useLightsOutAfter } from './lights.js';
import { MovementsTable } from './movements-table.js';
import classes from './panel.module.css';
import { Empty } from './panel-states.js';
import { RelationList } from './relation-list.js';
import { ReportLink, ReportTable } from './report-link.js';
import { EntityLink } from './selection.js';
import { SpotlightButton } from './spotlight-button.js';

const YEARS = { 'Last year': 1, 'Last five years': 5, 'Last ten years': 10 } as const;

/** Two dates take the place of the one that the page is as of. */
const COMPARING = { asOf: undefined, certainOnly: undefined };

/** Today and the same day some years ago, as EDTF. */
function lately(years: number): { since: string; until: string } {
  const until = new Date().toISOString().slice(0, 10);
  return {
    since: `${Number(until.slice(0, 4)) - years}${until.slice(4).replace('-02-29', '-02-28')}`,
    until,
  };
}

export function ChangesPanel() {
  useLightsOutAfter();
  const view = useView();
  const { since, until } = view;
  const isAsked = rangeOf(view) !== undefined;
  const answered = useAnswer('compare', { ...scopeOf(view), from: since, to: until }, { enabled: isAsked });
  return (
    <div className={classes.panel}>
      <Dates key={`${since} ${until}`} since={since} until={until} />
      <div className={classes.actions}>
        {Object.entries(YEARS).map(([label, years]) => (
          <SmallButton key={label} onClick={() => changeView({ ...COMPARING, ...lately(years) })}>
            {label}
          </SmallButton>
        ))}
      </div>
      <AnswerResult
        answered={answered}
        invitation={isAsked ? undefined : INVITATION}
        what="the changes"
        headline={headline}
      >
        {(answer) => <Changes answer={answer} />}
      </AnswerResult>
    </div>
  );
}

const INVITATION = (
  <Empty title="Name two dates">
    <p>A year, a month or a day: 2015, 2015-12, 2015-12-31.</p>
  </Empty>
);

function headline({ from, to, began, ended, entitiesBegan, entitiesEnded }: Answer<'compare'>): string {
  const [more, fewer] = [began.length + entitiesBegan.length, ended.length + entitiesEnded.length];
  return `From ${dateText(from)} to ${dateText(to)}: ${more.toLocaleString('en')} began, ${fewer.toLocaleString('en')} ended`;
}

interface GivenDates {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** What keeps two dates from being compared, for the field where it can be mended. */
function faultsOf({ since, until }: GivenDates): GivenDates {
  const [first, last] = [since, until].map((date) =>
    date === undefined || spanOf(date) !== undefined ? undefined : HOW_TO_DATE,
  );
  const isLater = (spanOf(since)?.min ?? 0) > (spanOf(until)?.min ?? Number.POSITIVE_INFINITY);
  return { since: first ?? (isLater ? 'Since is later than until' : undefined), until: last };
}

/** The two dates as they are typed; asked when the form is sent. */
function Dates(given: GivenDates) {
  const [since, setSince] = useState(given.since ?? '');
  const [until, setUntil] = useState(given.until ?? '');
  const [faults, setFaults] = useState(() => faultsOf(given));
  const fault = faults.since ?? faults.until;
  return (
    <form
      className={style.dates}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = { since: since.trim(), until: until.trim() };
        const found = faultsOf(typed);
        setFaults(found);
        if (found.since === undefined && found.until === undefined) changeView({ ...COMPARING, ...typed });
      }}
    >
      <TextInput
        label="Since"
        required
        placeholder="2015"
        value={since}
        error={faults.since !== undefined}
        aria-describedby="dates-fault"
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      <TextInput
        label="Until"
        required
        placeholder="2024-04-19"
        value={until}
        error={faults.until !== undefined}
        aria-describedby="dates-fault"
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Button type="submit" className={form.choice}>
        Compare
      </Button>
      {fault === undefined ? null : (
        <p id="dates-fault" role="alert" className={style.fault}>
          {fault}
        </p>
      )}
    </form>
  );
}

function Changes({ answer }: { answer: Answer<'compare'> }) {
  const { from, to, began, ended, entitiesBegan, entitiesEnded, undated } = answer;
  const report = { ...scopeOf(useView()), name: 'changes', from, to };
  return (
    <>
      <h3>
        From {dateText(from)} to {dateText(to)}
      </h3>
      <AskedOf scope={answer.scope} counted={false} />
      <p className={classes.dim}>Of {countText.relations(undated)} without dates nothing can be said.</p>
      <div className={classes.actions}>
        <ReportLink parameters={report} />
        <ReportTable
          parameters={report}
          title="All that began or ended, with dates, confidence and sources, for a spreadsheet"
        />
      </div>
      <Side what="began" relations={began} entities={entitiesBegan} />
      <Side what="ended" relations={ended} entities={entitiesEnded} />
      <h3>Who moved</h3>
      <MovementsTable
        movements={answer.movements}
        measure={answer.measure}
        heads={[dateText(from), dateText(to)]}
      />
    </>
  );
}

type Dated<T> = T & { certain: boolean };

/** What began, or what ended: entities first, then relations; what is sure before what only may have happened. */
function Side(properties: {
  what: 'began' | 'ended';
  relations: readonly Dated<RelationView>[];
  entities: readonly Dated<EntityReference>[];
}) {
  const { what } = properties;
  const surely = <T,>(all: readonly Dated<T>[]) =>
    all.toSorted((a, b) => Number(b.certain) - Number(a.certain));
  const [relations, entities] = [surely(properties.relations), surely(properties.entities)];
  const perhaps = [...relations, ...entities].filter(({ certain }) => !certain).length;
  const total = relations.length + entities.length;
  return (
    <section className={style.side} data-what={what} aria-label={`What ${what}`}>
      <div className={classes.row}>
        <h3>
          {total.toLocaleString('en')} {what}
          {perhaps === 0 ? '' : `, ${perhaps.toLocaleString('en')} of them perhaps`}
        </h3>
        {total === 0 ? null : (
          <SpotlightButton
            light={{
              entities: entities.map(({ id }) => id),
              relations: relations.map(({ id }) => id),
              reason: 'path',
            }}
            label={`Spotlight what ${what}`}
          />
        )}
      </div>
      {entities.length === 0 ? null : (
        <details className={classes.fold}>
          <summary>{countText.entities(entities.length)}</summary>
          <ul>
            {entities.map((entity) => (
              <li key={entity.id}>
                <EntityLink {...entity} /> <Perhaps certain={entity.certain} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {relations.length === 0 ? null : (
        <details className={classes.fold} open>
          <summary>{countText.relations(relations.length)}</summary>
          <RelationList relations={relations} note={({ certain }) => <Perhaps certain={certain} />} />
        </details>
      )}
    </section>
  );
}

/** A mark on what only may have happened: one of the two states is not known. */
const Perhaps = ({ certain }: { certain: boolean }): ReactNode =>
  certain ? null : <span className={classes.mark}>perhaps</span>;
