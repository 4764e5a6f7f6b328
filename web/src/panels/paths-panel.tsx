/** How actors hang together: paths between two, what joins several, what would part two. */
import { ConnectActors } from './connect-actors.js';
import { CutBetween } from './cut-between.js';
import { PathSearch } from './path-search.js';
import { TabbedPanel } from './tabbed-panel.js';

export const PathsPanel = () => (
  <TabbedPanel
    tabs={[
      { id: 'between', title: 'From A to B', Content: PathSearch },
      { id: 'connect', title: 'Connect several', Content: ConnectActors },
      { id: 'cut', title: 'Cut', Content: CutBetween },
    ]}
  />
);
