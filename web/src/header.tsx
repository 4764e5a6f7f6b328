/** The top of the page: what is open, how much of it, through which lens; theme, link, and the panels. */
import { ActionIcon, Button, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconChevronDown,
  IconKeyboard,
  IconLink,
  IconMoon,
  IconSun,
  IconWorld,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../src/contract/questions.js';
import { chooseFile } from './drop/take-file.js';
import { useGraphAnswer } from './graph/graph-answer.js';
import { closeOpened, openedId } from './opened-graph.js';
import { PANELS } from './panel-host.js';
import { copiedWords, copyLink } from './share/copy-link.js';
import { ShareButton } from './share/share-button.js';
import { openShortcuts } from './shortcuts.js';
import { redo, undo, useSteps } from './steps.js';
import { useScheme } from './use-scheme.js';
import { changeView, toggleMap, useView } from './view.js';
import './header.css';

/** Opens a panel, or closes it when it is the one that shows. */
export function togglePanel(panel: string, open: string | undefined, covered: boolean): void {
  changeView({ panel: open === panel && !covered ? undefined : panel, select: undefined });
}

export function Header({ meta }: { meta: Answer<'meta'> }) {
  const view = useView();
  const graph = useGraphAnswer();
  const scheme = useScheme();
  const { setColorScheme } = useMantineColorScheme();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const lens = view.lens ?? meta.ontology.defaultLens;
  const lensLabel =
    meta.ontology.lenses.find(({ id }) => id === lens)?.label ??
    (lens === 'everything' ? 'Everything' : `${lens} (unknown)`);
  const copy = async () => {
    setCopied((await copyLink(view, meta.revision)) ? 'yes' : 'no');
    setTimeout(() => setCopied(undefined), 2400);
  };
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <header className="header panel">
      <Mark />
      <div className="header-title">
        <h1>{meta.title}</h1>
        <p
          title={`The graph holds ${meta.entities.toLocaleString('en')} entities and ${meta.relations.toLocaleString('en')} relations in all`}
        >
          <span>
            {(graph.data?.entities.id.length ?? meta.entities).toLocaleString('en')}{' '}
            <span className="header-whole">of {meta.entities.toLocaleString('en')} </span>entities
          </span>
          <i aria-hidden>·</i>
          <span>
            {(graph.data?.relations.id.length ?? meta.relations).toLocaleString('en')}{' '}
            <span className="header-whole">of {meta.relations.toLocaleString('en')} </span>relations
          </span>
          <i aria-hidden>·</i>
          <span>
            {meta.sources.toLocaleString('en')} {meta.sources === 1 ? 'source' : 'sources'}
          </span>
          <i aria-hidden>·</i>
          <span title={`Revision ${meta.revision}`}>rev. {meta.revision.slice(0, 7)}</span>
        </p>
      </div>
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button
            className="lens-button"
            variant="default"
            size="sm"
            rightSection={<IconChevronDown size={15} aria-hidden />}
            aria-label={`Lens ${lensLabel}`}
          >
            <span className="lens-word">Lens</span> {lensLabel}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {[
            ...meta.ontology.lenses,
            ...(meta.ontology.lenses.some(({ id }) => id === 'everything')
              ? []
              : [{ id: 'everything', label: 'Everything', description: 'No lens: all that is loaded.' }]),
          ].map(({ id, label, description }) => (
            <Menu.Item
              key={id}
              onClick={() =>
                changeView({ lens: id === meta.ontology.defaultLens ? undefined : id, camera: undefined })
              }
              rightSection={id === lens ? <IconCheck size={15} aria-label="in use" /> : null}
            >
              <strong>{label}</strong>
              <br />
              <span className="muted small">{description}</span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={chooseFile}>
            <strong>Open a graph file…</strong>
            <br />
            <span className="muted small">For this tab only. It may also be dropped on the page.</span>
          </Menu.Item>
          {openedId() !== undefined && (
            <Menu.Item onClick={closeOpened}>
              <strong>Back to the served graph</strong>
              <br />
              <span className="muted small">{meta.title} is let go.</span>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <nav className="header-panels" aria-label="Panels">
        {Object.entries(PANELS).map(([id, { title, aside }]) =>
          aside ? null : (
            <button
              key={id}
              type="button"
              aria-pressed={view.panel === id}
              onClick={() => togglePanel(id, view.panel, view.select !== undefined)}
            >
              {title}
            </button>
          ),
        )}
        <button
          type="button"
          className="header-map"
          aria-pressed={view.map !== undefined}
          title="The same entities on a map of the world"
          onClick={toggleMap}
        >
          <IconWorld size={15} aria-hidden /> Map
        </button>
      </nav>
      <div className="header-tools">
        <UndoRedo />
        <Tooltip
          label={
            copied === 'yes' ? copiedWords() : copied === 'no' ? 'Copy the address bar instead' : 'Copy link'
          }
        >
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Copy link"
            onClick={() => void copy()}
          >
            {copied === 'yes' ? <IconCheck size={18} aria-hidden /> : <IconLink size={18} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        <ShareButton meta={meta} />
        <Tooltip label={`Use the ${other} theme`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Use the ${other} theme`}
            onClick={() => setColorScheme(other)}
          >
            {scheme === 'dark' ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Keyboard shortcuts">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Keyboard shortcuts"
            onClick={openShortcuts}
          >
            <IconKeyboard size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <span role="status" className="visually-hidden">
          {copied === 'yes' ? copiedWords() : copied === 'no' ? 'The browser refused the clipboard' : ''}
        </span>
      </div>
    </header>
  );
}

/** The two arrows. At an end of the history one stays where it is, so that the focus does too, and does nothing. */
function UndoRedo() {
  const { canUndo, canRedo } = useSteps();
  const arrow = (label: string, can: boolean, run: () => boolean, icon: ReactNode) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        aria-disabled={!can}
        {...(can ? {} : { 'data-disabled': true })}
        onClick={run}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <>
      {arrow('Undo', canUndo, undo, <IconArrowBackUp size={18} aria-hidden />)}
      {arrow('Redo', canRedo, redo, <IconArrowForwardUp size={18} aria-hidden />)}
    </>
  );
}

/** The mark: an asterism, a few stars that people joined by lines. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M7 23 13 10l8 4 4-6M13 10l2 13 6-9" />
      <circle cx="7" cy="23" r="2" />
      <circle cx="13" cy="10" r="2.9" />
      <circle cx="21" cy="14" r="2.1" />
      <circle cx="25" cy="8" r="1.6" />
      <circle cx="15" cy="23" r="1.6" />
    </svg>
  );
}
