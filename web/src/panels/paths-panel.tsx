/** How actors hang together: paths between two, what joins several, what would part two. One tab each, kept in the address. */
import { Tabs } from '@mantine/core';
import { changeView, useView } from '../view.js';
import { ConnectActors } from './connect-actors.js';
import { CutBetween } from './cut-between.js';
import { setSpotlight, useLightsOutAfter } from './lights.js';
import classes from './panel.module.css';
import { PathSearch } from './path-search.js';

const TABS = [
  { id: 'between', title: 'From A to B', Content: PathSearch },
  { id: 'connect', title: 'Connect several', Content: ConnectActors },
  { id: 'cut', title: 'Cut', Content: CutBetween },
] as const;

export function PathsPanel() {
  useLightsOutAfter();
  const { tab } = useView();
  const open = TABS.find(({ id }) => id === tab) ?? TABS[0];
  return (
    <Tabs
      className={classes.panel}
      keepMounted={false}
      value={open.id}
      onChange={(id) => {
        setSpotlight(undefined);
        changeView({ tab: id === null || id === TABS[0].id ? undefined : id });
      }}
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
