/** Groups that hang together more closely than chance would have it: hovered they are lit, clicked they stay so. */
import { Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { countText } from '../count-text.js';
import { flyTo } from '../graph/highlight.js';
import { useOverview } from '../overview/use-overview.js';
import { saveCsv } from '../share/save-file.js';
import { changeView, scopeOf, useView } from '../view.js';
import { AnswerResult } from './answer-result.js';
import { AskedOf } from './asked-of.js';
import style from './groups-panel.module.css';
import { litOnHover, sameLight, setSpotlight, useLightsOutAfter, useSpotlight } from './lights.js';
import { numberText } from './number-text.js';
import classes from './panel.module.css';
import { Empty } from './panel-states.js';
import { EntityLink } from './selection.js';

type Community = Answer<'communities'>['communities'][number];

const FINENESS = [
  { value: '0.5', label: 'Fewer and larger' },
  { value: '1', label: 'As the ties suggest' },
  { value: '2', label: 'More and smaller' },
];
const USUAL = '1';

export function GroupsPanel() {
  useLightsOutAfter();
  const view = useView();
  const { resolution } = view;
  const { isOn } = useOverview();
  const answered = useAnswer('communities', {
    ...scopeOf(view),
    resolution,
  });
  const listed = FINENESS.some(({ value }) => value === (resolution ?? USUAL));
  return (
    <div className={classes.panel}>
      <div className={classes.stack}>
        <NativeSelect
          label="How fine"
          value={resolution ?? USUAL}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setSpotlight(undefined);
            changeView({ resolution: next === USUAL ? undefined : next });
          }}
          data={listed ? FINENESS : [...FINENESS, { value: resolution!, label: `Resolution ${resolution}` }]}
        />
        <SmallButton
          onClick={() => changeView({ overview: isOn === true ? 'no' : 'yes', camera: undefined })}
        >
          {isOn === true ? 'Show entities as stars' : 'Show groups as bubbles'}
        </SmallButton>
      </div>
      <AnswerResult answered={answered} what="the groups" headline={headline}>
        {(answer) => <Groups answer={answer} />}
      </AnswerResult>
    </div>
  );
}

const groupsOf = ({ communities }: Answer<'communities'>) => communities.filter(({ size }) => size > 1);

function headline(answer: Answer<'communities'>): string {
  const { length } = groupsOf(answer);
  return length === 0 ? 'No groups' : length === 1 ? 'One group' : `${length.toLocaleString('en')} groups`;
}

function Groups({ answer }: { answer: Answer<'communities'> }) {
  const { resolution } = useView();
  const groups = groupsOf(answer);
  const alone = answer.communities.length - groups.length;
  const [largest] = groups;
  if (largest === undefined)
    return (
      <Empty title={headline(answer)}>
        <p>Nothing in this scope is tied to anything else.</p>
        <AskedOf scope={answer.scope} />
      </Empty>
    );
  return (
    <>
      <h3>{headline(answer)}</h3>
      <p>
        Modularity {numberText(answer.modularity)}
        {resolution === undefined || Number(resolution) === 1
          ? answer.modularity < 0.3
            ? ': weakly parted'
            : ': clearly parted'
          : `, reckoned at resolution ${resolution}: not to be set beside that of another`}
        . Each is named after its members with the most ties inside.
      </p>
      <AskedOf scope={answer.scope} />
      <div className={classes.actions}>
        <SmallButton
          leftSection={<IconDownload size={14} aria-hidden />}
          title="Every member with its group, for a spreadsheet"
          onClick={() => saveGroups(answer)}
        >
          CSV
        </SmallButton>
      </div>
      <ol>
        {groups.map((group) => (
          <GroupItem key={group.id} group={group} largest={largest.size} />
        ))}
      </ol>
      <p className={classes.dim}>
        {alone === 0 ? '' : `${countText.entities(alone)} without ties left out. `}
        {answer.algorithm === 'leiden' ? 'Leiden' : 'Louvain'} algorithm; {answer.projection}.
      </p>
    </>
  );
}

/** A line a member, those without ties too. */
function saveGroups({ communities, revision }: Answer<'communities'>): void {
  const body = communities.flatMap(({ label, size, members }, nth) =>
    members.map(({ id, name, kind, ties }) => [nth + 1, label, size, id, name, kind, ties]),
  );
  const head = ['group', 'named after', 'size', 'id', 'name', 'kind', 'ties inside'];
  saveCsv('groups', revision, [head, ...body]);
}

function GroupItem({ group, largest }: { group: Community; largest: number }) {
  const [isOpen, setOpen] = useState(false);
  const light = { entities: group.members.map(({ id }) => id), reason: 'path' as const };
  const isLit = sameLight(light, useSpotlight());
  return (
    <li className={classes.item} {...litOnHover(light)}>
      <button
        type="button"
        className={style.group}
        aria-pressed={isLit}
        onClick={() => {
          setSpotlight(isLit ? undefined : light);
          if (!isLit) flyTo(group.members[0]!.id);
        }}
      >
        <span>{group.label}</span>
        <span className={style.size}>{group.size.toLocaleString('en')}</span>
        <span aria-hidden className={style.bar} style={{ inlineSize: `${(100 * group.size) / largest}%` }} />
      </button>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`Open alone: ${group.label}`}
        onClick={() =>
          changeView({ community: group.members[0]!.id, overview: undefined, camera: undefined })
        }
      >
        Open alone
      </Button>
      <details className={classes.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Members</summary>
        {isOpen ? (
          <ul>
            {group.members.map((member) => (
              <li key={member.id}>
                <EntityLink {...member} />{' '}
                <span className={classes.dim}>{countText.ties(member.ties)} inside</span>
              </li>
            ))}
          </ul>
        ) : null}
      </details>
    </li>
  );
}
