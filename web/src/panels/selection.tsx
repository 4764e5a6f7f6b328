/** Links that select: every mention of an entity, relation or source leads to it. */
import type { ReactNode } from 'react';
import { flyTo } from '../graph/highlight.js';
import { useNaming } from '../graph/names.js';
import type { Selection } from '../selected.js';
import { changeView, useView, viewAddress } from '../view.js';
import { KindDot } from './kind-badge.js';
import classes from './panel.module.css';

/** A link to an entity, relation or source within the present view; a new tab or a copied address works as well. */
export function SelectLink(properties: { what: Selection['what']; id: string; children: ReactNode }) {
  const { what, id } = properties;
  const select = `${what}:${id}`;
  return (
    <a
      className={classes.link}
      href={viewAddress({ ...useView(), select })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        changeView({ select });
        if (what === 'entity') flyTo(id);
      }}
    >
      {properties.children}
    </a>
  );
}

/** An entity by name, with the dot of its kind when that is known. */
export function EntityLink(properties: { id: string; name: string; kind?: string }) {
  return (
    <SelectLink what="entity" id={properties.id}>
      {properties.kind === undefined ? null : <KindDot kind={properties.kind} />}
      {useNaming()(properties.id, properties.name)}
    </SelectLink>
  );
}
