/** What becomes of a file on its way into the page: where it may be dropped, that it is being opened, why it cannot be. */
import { Loader } from '@mantine/core';
import { IconFileAlert, IconFileImport } from '@tabler/icons-react';
import { CrossButton, SmallButton } from '../buttons.js';
import { forgetArrival, useArrival, useHovering } from './take-file.js';
import './drop.css';

export function ArrivalNotice() {
  const arrival = useArrival();
  const isHovering = useHovering();
  return (
    <>
      {isHovering && (
        <div className="drop-veil" aria-hidden="true">
          <p>
            <IconFileImport size={22} stroke={1.5} /> Drop it to open it: a graph file, or a story
          </p>
        </div>
      )}
      {arrival !== undefined &&
        ('refused' in arrival ? (
          <div className="panel notice arrival" role="alert">
            <IconFileAlert size={17} aria-hidden />
            <div className="arrival-words">
              <strong>{arrival.name} was not opened.</strong> {arrival.refused}
            </div>
            <CrossButton label="Dismiss this notice" onClick={forgetArrival} />
          </div>
        ) : (
          <div className="panel notice arrival" role="status">
            <Loader size={16} />
            <span className="arrival-words">Opening {arrival.name}: reading it, laying it out …</span>
            <SmallButton onClick={arrival.cancel}>Cancel</SmallButton>
          </div>
        ))}
    </>
  );
}
