/** Who matters, and which ties hold the rest together. One tab each, kept in the address. */
import { Tabs } from '@mantine/core';
import { changeView, useView } from '../view.js';
import { useLightsOutAfter } from './lights.js';
import classes from './panel.module.css';
import { RankedActors } from './ranked-actors.js';
import { RankedTies } from './ranked-ties.js';

const TABS = [
  { id: 'actors', title: 'Who matters', Content: RankedActors },
  { id: 'ties', title: 'Which ties hold', Content: RankedTies },
] as const;

export function RankingsPanel() {
  useLightsOutAfter();
  const { tab } = useView();
  const open = TABS.find(({ id }) => id === tab) ?? TABS[0];
  return (
    <Tabs
      className={classes.panel}
      keepMounted={false}
      value={open.id}
      onChange={(id) => changeView({ tab: id === null || id === TABS[0].id ? undefined : id })}
    >
      <Tabs.List grow mb="sm">
        {TABS.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id} px="xs">
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map(({ id, Content }) => (
        <Tabs.Panel key={id} value={id}>
          <Content />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
