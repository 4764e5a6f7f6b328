/** The top of the page: what is open, how much of it, through which lens; theme, link, and the panels. */
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconKeyboard,
  IconLink,
  IconLinkOff,
  IconMoon,
  IconSun,
  IconWorld,
} from '@tabler/icons-react';
import type { Answer } from '../../src/contract/questions.js';
import { ToolButton } from './buttons.js';
import { countText } from './count-text.js';
import { useGraphAnswer } from './graph/graph-answer.js';
import { LensMenu } from './lens-menu.js';
import { PANELS } from './panel-host.js';
import { copiedWords, copyAndTell, linkCopied } from './share/copy-link.js';
import { ShareButton } from './share/share-button.js';
import { openShortcuts } from './shortcuts.js';
import { redo, undo, useSteps } from './steps.js';
import { useOtherScheme } from './use-scheme.js';
import { changeView, toggleMap, useView } from './view.js';
import './header.css';

type Meta = Answer<'meta'>;

export function Header({ meta }: { meta: Meta }) {
  return (
    <header className="header panel">
      <Mark />
      <div className="header-title">
        <h1>{meta.title}</h1>
        <Counts meta={meta} />
      </div>
      <LensMenu meta={meta} />
      <PanelTabs />
      <div className="header-tools">
        <UndoRedo />
        <CopyLink revision={meta.revision} />
        <ShareButton meta={meta} />
        <ChangeTheme />
        <ToolButton
          size="lg"
          label="Keyboard shortcuts"
          icon={<IconKeyboard size={18} aria-hidden />}
          onClick={openShortcuts}
        />
      </div>
    </header>
  );
}

/** How much the lens shows, of how much there is. */
function Counts({ meta }: { meta: Meta }) {
  const loaded = useGraphAnswer().data;
  const share = (what: 'entities' | 'relations') => {
    const seen = loaded?.[what].id.length ?? meta[what];
    if (seen === meta[what]) return <span>{countText[what](seen)}</span>;
    return (
      <span>
        {seen.toLocaleString('en')}{' '}
        <span className="header-whole">of {meta[what].toLocaleString('en')} </span>
        {what}
      </span>
    );
  };
  const whole = `${countText.entities(meta.entities)} and ${countText.relations(meta.relations)}`;
  return (
    <p title={`The graph holds ${whole} in all`}>
      {share('entities')}
      {share('relations')}
      <span>{countText.sources(meta.sources)} in all</span>
      <span title={`Revision ${meta.revision}`}>rev. {meta.revision.slice(0, 7)}</span>
    </p>
  );
}

/** Each opens its panel, or closes it when it is the one that shows. */
function PanelTabs() {
  const { panel, select, map } = useView();
  const shown = select === undefined ? panel : undefined;
  return (
    <nav className="header-panels" aria-label="Panels">
      {Object.entries(PANELS).map(([id, { title, aside }]) =>
        aside ? null : (
          <button
            key={id}
            type="button"
            aria-pressed={panel === id}
            onClick={() => changeView({ panel: shown === id ? undefined : id, select: undefined })}
          >
            {title}
          </button>
        ),
      )}
      <button
        type="button"
        className="header-map"
        aria-pressed={map !== undefined}
        title="The same entities on a map of the world"
        onClick={toggleMap}
      >
        <IconWorld size={15} aria-hidden /> Map
      </button>
    </nav>
  );
}

/** The two arrows. At an end of the history one stays where it is, so that the focus does too, and does nothing. */
function UndoRedo() {
  const { canUndo, canRedo } = useSteps();
  return (
    <>
      <ToolButton
        size="lg"
        label="Undo"
        icon={<IconArrowBackUp size={18} aria-hidden />}
        isOff={!canUndo}
        onClick={undo}
      />
      <ToolButton
        size="lg"
        label="Redo"
        icon={<IconArrowForwardUp size={18} aria-hidden />}
        isOff={!canRedo}
        onClick={redo}
      />
    </>
  );
}

function CopyLink({ revision }: { revision: string }) {
  const view = useView();
  const copied = linkCopied.use();
  const Icon = copied === 'yes' ? IconCheck : copied === 'no' ? IconLinkOff : IconLink;
  return (
    <>
      <ToolButton
        size="lg"
        label="Copy link"
        hint={
          copied === 'yes' ? copiedWords() : copied === 'no' ? 'Copy the address bar instead' : 'Copy link'
        }
        isTelling={copied !== undefined}
        icon={<Icon size={18} aria-hidden />}
        onClick={() => void copyAndTell(view, revision)}
      />
      <span role="status" className="visually-hidden">
        {copied === 'yes' ? copiedWords() : copied === 'no' ? 'The browser refused the clipboard' : ''}
      </span>
    </>
  );
}

function ChangeTheme() {
  const { other, changeScheme } = useOtherScheme();
  const Icon = other === 'light' ? IconSun : IconMoon;
  return (
    <ToolButton
      size="lg"
      label={`Use the ${other} theme`}
      icon={<Icon size={18} aria-hidden />}
      onClick={changeScheme}
    />
  );
}

/** The mark: an asterism, a few stars that people joined by lines. */
function Mark() {
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
