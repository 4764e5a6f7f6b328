/** The states of the page that are not the graph: it is being asked for, it cannot be had, nothing of it is left. */
import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconTelescope } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import type { AskError } from './ask.js';
import { messageOf } from './message-of.js';
import './conditions.css';

/** The observatory before its stars are out: the same frame, dim. */
export function Loading() {
  return (
    <div className="observatory" role="status" aria-label="Loading the graph" data-condition="loading">
      <div className="header panel ghost-header">
        <span className="ghost" />
        <span className="ghost" />
      </div>
      <div className="sky">
        <GhostSky />
      </div>
      <div className="left">
        <div className="panel ghost-panel">
          <span className="ghost" />
        </div>
        <div className="panel ghost-panel tall">
          {[60, 82, 74, 90, 66, 78].map((width) => (
            <span className="ghost" key={width} style={{ width: `${width}%` }} />
          ))}
        </div>
      </div>
      <div className="strip panel ghost-panel">
        <span className="ghost" />
      </div>
    </div>
  );
}

/** A few faint stars and lines where the graph will stand. */
export function GhostSky() {
  const stars = [
    [22, 62],
    [34, 40],
    [46, 55],
    [55, 30],
    [63, 48],
    [74, 36],
    [68, 68],
    [52, 74],
    [40, 24],
    [82, 58],
  ] as const;
  const ties = [
    [0, 1],
    [1, 2],
    [1, 8],
    [2, 3],
    [3, 4],
    [4, 5],
    [4, 6],
    [2, 7],
    [6, 9],
  ] as const;
  return (
    <svg className="ghost-sky" viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {ties.map(([a, b]) => (
        <line key={`${a}-${b}`} x1={stars[a]![0]} y1={stars[a]![1]} x2={stars[b]![0]} y2={stars[b]![1]} />
      ))}
      {stars.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={x % 3 === 0 ? 0.9 : 0.6} />
      ))}
    </svg>
  );
}

/** Nothing could be had: what happened, in the server's words, and what to do. */
export function Failed({ error, retry }: { error: AskError; retry: () => void }) {
  return (
    <main className="condition" data-condition="failed">
      <GhostSky />
      <Condition
        icon={<IconPlugConnectedX size={26} stroke={1.5} aria-hidden />}
        title={error.problem.title ?? 'The graph is out of reach'}
        action={<Button onClick={retry}>Try again</Button>}
      >
        <p role="alert">{error.message}</p>
        {error.problem.status === undefined && (
          <p>
            Start it with <code>npm start</code> in the clone, then try again. What you had open is kept in
            the address.
          </p>
        )}
      </Condition>
    </main>
  );
}

/** A card that says in what state things are and offers the next step. */
export function Condition(props: {
  icon?: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="panel condition-card">
      <span className="condition-icon">
        {props.icon ?? <IconTelescope size={26} stroke={1.5} aria-hidden />}
      </span>
      <h2>{props.title}</h2>
      <div className="condition-text">{props.children}</div>
      {props.action}
    </div>
  );
}

/** Catches a fault of the page itself, so that nobody is left before an empty sky. React asks for a class here. */
export class Catcher extends Component<{ children: ReactNode }, { fault?: string }> {
  override state: { fault?: string } = {};

  static getDerivedStateFromError(thrown: unknown) {
    return { fault: messageOf(thrown) };
  }

  override render() {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <main className="condition" data-condition="fault">
        <GhostSky />
        <Condition
          icon={<IconPlugConnectedX size={26} stroke={1.5} aria-hidden />}
          title="The page has tripped over itself"
          action={
            <div className="sky-actions">
              <Button onClick={() => location.reload()}>Load it again</Button>
              <Button variant="default" onClick={() => location.assign(location.pathname)}>
                Start from the beginning
              </Button>
            </div>
          }
        >
          <p role="alert">{fault}</p>
          <p>
            The data is not touched. If this view does it again, its address and the words above make a good
            report.
          </p>
        </Condition>
      </main>
    );
  }
}
