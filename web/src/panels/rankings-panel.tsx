/** Who matters, and which ties hold the rest together. */
import { RankedActors } from './ranked-actors.js';
import { RankedTies } from './ranked-ties.js';
import { TabbedPanel } from './tabbed-panel.js';

export const RankingsPanel = () => (
  <TabbedPanel
    tabs={[
      { id: 'actors', title: 'Who matters', Content: RankedActors },
      { id: 'ties', title: 'Which ties hold', Content: RankedTies },
    ]}
  />
);
