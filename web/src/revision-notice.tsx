/** Says so when a link was made from another revision of the data than the one that is open. */
import { IconHistory } from '@tabler/icons-react';
import { CrossButton } from './buttons.js';
import { changeView, useView } from './view.js';

export function RevisionNotice({ revision }: { revision: string }) {
  const made = useView().revision;
  if (made === undefined || made === revision) return null;
  return (
    <div className="panel notice" role="status">
      <IconHistory size={17} aria-hidden />
      <span>
        This link was made from revision {made.slice(0, 7)}; you are reading {revision.slice(0, 7)}. What it
        shows may have changed since.
      </span>
      <CrossButton
        label="Dismiss this notice"
        onClick={() => changeView({ revision: undefined }, { replace: true })}
      />
    </div>
  );
}
