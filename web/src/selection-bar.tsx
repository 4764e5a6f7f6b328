/** What can be done with several selected entities: who they are, connect, keep, hide, compare, copy. Shown while any are selected. */
import { ActionIcon, Button, Pill } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { clearPicked, hideAll, MOST_BY_HAND, showOnly, togglePicked, useLeftOut } from './by-hand.js';
import { notShownAlone } from './graph/filter.js';
import { entityName } from './graph/graph-answer.js';
import { useShown } from './graph/use-shown.js';
import { joinIds, splitIds } from './id-list.js';
import { useEntity } from './panels/use-entity.js';
import { changeView, useView } from './view.js';
import './selection-bar.css';

export function SelectionBar() {
  const ids = splitIds(useView().picked);
  const leftOut = useLeftOut();
  const graph = useShown();
  const [copied, setCopied] = useState<string>();
  if (ids.length === 0) return null;
  const held = new Set(graph?.columns.entities.id);
  const absent = ids.filter((id) => !held.has(id));
  const [first, second] = ids;
  const keepAlone = () => {
    if (graph !== undefined) showOnly(ids, notShownAlone(graph.columns, graph.shown, ids));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(ids.map(entityName).join('\n'));
      setCopied('Copied');
    } catch {
      setCopied('The browser refuses');
    }
    setTimeout(() => setCopied(undefined), 2400);
  };
  return (
    <section className="panel selection-bar" aria-label="Selection">
      <div className="selection-head">
        <h2 className="eyebrow" aria-live="polite">
          {ids.length} selected
        </h2>
        {absent.length > 0 && <span className="muted small">{absent.length} outside this lens</span>}
        {leftOut > 0 && (
          <span className="small" role="status">
            An address holds {MOST_BY_HAND}: {leftOut.toLocaleString('en')} were left out
          </span>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label="Clear selection"
          onClick={clearPicked}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
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
          <BarButton
            label="Paths between"
            onClick={() =>
              changeView({ panel: 'paths', tab: undefined, from: first, to: second, select: undefined })
            }
          />
        ) : (
          <BarButton
            label="Connect these"
            disabled={ids.length < 2}
            onClick={() =>
              changeView({ panel: 'paths', tab: 'connect', ids: joinIds(ids), select: undefined })
            }
          />
        )}
        <BarButton label="Show only these" onClick={keepAlone} />
        <BarButton label="Hide these" onClick={() => hideAll(ids)} />
        <BarButton
          label="Compare"
          disabled={ids.length < 2}
          onClick={() => {
            keepAlone();
            changeView({ panel: 'table', select: undefined }, { replace: true });
          }}
        />
        <BarButton label={copied ?? 'Copy names'} onClick={() => void copy()} />
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

function BarButton(props: { label: string; disabled?: boolean; onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="default" disabled={props.disabled ?? false} onClick={props.onClick}>
      {props.label}
    </Button>
  );
}
