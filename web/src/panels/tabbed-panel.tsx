/** A panel of tabs, the open one kept in the address; the first is the one that nobody has to name. */
import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { changeView, useView } from '../view.js';
import { setSpotlight, useLightsOutAfter } from './lights.js';
import classes from './panel.module.css';

interface Tab {
  readonly id: string;
  readonly title: string;
  readonly Content: ComponentType;
}

export function TabbedPanel({ tabs }: { tabs: readonly [Tab, ...Tab[]] }) {
  useLightsOutAfter();
  const { tab } = useView();
  const [first] = tabs;
  const open = tabs.find(({ id }) => id === tab) ?? first;
  return (
    <Tabs
      className={classes.panel}
      keepMounted={false}
      value={open.id}
      onChange={(id) => {
        setSpotlight(undefined);
        changeView({ tab: id === null || id === first.id ? undefined : id });
      }}
    >
      <Tabs.List grow mb="sm">
        {tabs.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id} px="xs">
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, Content }) => (
        <Tabs.Panel key={id} value={id}>
          <Content />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
