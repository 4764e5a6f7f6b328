/** What can be done with several selected entities: who they are, connect, keep, hide, compare, copy. Shown while any are selected. */
import { Pill } from '@mantine/core';
import { CopyButton, CrossButton, SmallButton } from './buttons.js';
import { clearPicked, hideAll, MOST_BY_HAND, togglePicked, useLeftOut } from './by-hand.js';
import { entityName } from './graph/graph-answer.js';
import { useShowAlone } from './graph/use-show-alone.js';
import { useShown } from './graph/use-shown.js';
import { joinIds, splitIds } from './id-list.js';
import { useEntity } from './panels/use-entity.js';
import { changeView, useView } from './view.js';
import './selection-bar.css';

export function SelectionBar() {
  const ids = splitIds(useView().picked);
  const leftOut = useLeftOut();
  const held = new Set(useShown()?.columns.entities.id);
  const showAlone = useShowAlone();
  if (ids.length === 0) return null;
  const absent = ids.filter((id) => !held.has(id));
  const [from, to] = ids;
  return (
    <section className="panel selection-bar" aria-label="Selection">
      <div className="selection-head">
        <h2 className="eyebrow">{ids.length} selected</h2>
        {absent.length > 0 && <span className="muted small">{absent.length} outside this lens</span>}
        {leftOut > 0 && (
          <span className="small" role="status">
            An address holds {MOST_BY_HAND}: {leftOut.toLocaleString('en')} were left out
          </span>
        )}
        <CrossButton label="Clear selection" onClick={clearPicked} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <ul className="selection-names" aria-label="Selected entities" tabIndex={0}>
        {ids.map((id) => (
          <li key={id}>
            <PickedPill id={id} />
          </li>
        ))}
      </ul>
      <div className="selection-actions">
        {ids.length === 2 ? (
          <SmallButton
            onClick={() => changeView({ panel: 'paths', tab: undefined, from, to, select: undefined })}
          >
            Paths between
          </SmallButton>
        ) : (
          <SmallButton
            disabled={ids.length < 2}
            onClick={() =>
              changeView({ panel: 'paths', tab: 'connect', ids: joinIds(ids), select: undefined })
            }
          >
            Connect these
          </SmallButton>
        )}
        <SmallButton onClick={() => showAlone(ids)}>Show only these</SmallButton>
        <SmallButton onClick={() => hideAll(ids)}>Hide these</SmallButton>
        <SmallButton
          disabled={ids.length < 2}
          onClick={() => {
            showAlone(ids);
            changeView({ panel: 'table', select: undefined }, { replace: true });
          }}
        >
          Compare
        </SmallButton>
        <CopyButton label="Copy names" text={ids.map(entityName).join('\n')} />
      </div>
    </section>
  );
}

function PickedPill({ id }: { id: string }) {
  const loaded = entityName(id);
  // An entity of another lens is asked for; the loaded graph knows the others.
  const name = useEntity(loaded === id ? id : undefined)?.name ?? loaded;
  return (
    <Pill
      withRemoveButton
      onRemove={() => togglePicked(id)}
      removeButtonProps={{ 'aria-label': `Remove ${name}`, 'aria-hidden': false, tabIndex: 0 }}
    >
      {name}
    </Pill>
  );
}
