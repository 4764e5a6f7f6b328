/** A folded line, opened: the relations of two entities that the view shows, each with the way to its claims. */

import { periodText } from '../../../src/model/period-text.js';
import { countText } from '../count-text.js';
import { useNaming } from '../graph/names.js';
import { useShown } from '../graph/use-shown.js';
import { ConfidenceBar } from './confidence-bar.js';
import { litOnHover } from './lights.js';
import classes from './panel.module.css';
import { Empty, Loading } from './panel-states.js';
import { StatusMark } from './relation-line.js';
import { EntityLink, SelectLink } from './selection.js';

export function BundleInspector({ ends }: { ends: readonly [string, string] }) {
  const graph = useShown();
  const naming = useNaming();
  if (graph === undefined) return <Loading what="the relations" />;
  const { columns, ontology, shown } = graph;
  const { entities, relations } = columns;
  const [a, b] = ends.map((id) => entities.id.indexOf(id)) as [number, number];
  const rows = [...relations.id.keys()].filter(
    (row) =>
      shown.relations[row] === 0 &&
      ((relations.from[row] === a && relations.to[row] === b) ||
        (relations.from[row] === b && relations.to[row] === a)),
  );
  if (a < 0 || b < 0 || rows.length === 0)
    return (
      <Empty title="No relations between these two">
        <p>This lens and its filters show none. Choose another lens, or drop a filter in the legend.</p>
      </Empty>
    );
  const name = (row: number) => naming(entities.id[row]!, entities.name[row]!);
  const label = (type: string) => ontology.types.find(({ id }) => id === type)?.label ?? type;
  return (
    <>
      <header>
        <h2>
          <EntityLink id={ends[0]} name={entities.name[a]!} kind={entities.kind[a]!} /> and{' '}
          <EntityLink id={ends[1]} name={entities.name[b]!} kind={entities.kind[b]!} />
        </h2>
        <p>{countText.relations(rows.length)} between them, each with claims of its own.</p>
      </header>
      <ul>
        {rows.map((row) => {
          const id = relations.id[row]!;
          return (
            <li key={id} className={classes.item} {...litOnHover({ entities: ends, relations: [id] })}>
              <SelectLink what="relation" id={id}>
                {name(relations.from[row]!)} {label(relations.type[row]!)} {name(relations.to[row]!)}
              </SelectLink>
              <span className={classes.row}>
                <span className={classes.dim}>{periodText(relations.period[row]!)}</span>
                <StatusMark status={relations.status[row]!} disputed={relations.disputed[row]!} />
                <ConfidenceBar confidence={relations.confidence[row]!} />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
