/** The kind of an entity, as the dot that the graph paints and as words. */
import { useMeta } from '../graph/meta.js';
import { kindColor } from '../theme.js';
import { useScheme } from '../use-scheme.js';
import classes from './panel.module.css';

/** The ontology in use; undefined until it has come. */
export function useOntology() {
  return useMeta().data?.ontology;
}

/** A dot in the kind's colour. It says nothing alone: words stand beside it. */
export function KindDot({ kind }: { kind: string }) {
  const ontology = useOntology();
  const scheme = useScheme();
  const color = ontology ? kindColor(ontology, kind, scheme) : undefined;
  return <span aria-hidden className={classes.dot} style={{ background: color }} />;
}

export function KindBadge({ kind }: { kind: string }) {
  const label = useOntology()?.kinds.find(({ id }) => id === kind)?.label ?? kind;
  return (
    <span className={classes.kind}>
      <KindDot kind={kind} />
      {label}
    </span>
  );
}
