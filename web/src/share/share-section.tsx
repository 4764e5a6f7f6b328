/** A part of the menu, under its heading. */
import type { ReactNode } from 'react';

export function ShareSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="share-section" aria-label={title}>
      <h2 className="eyebrow">{title}</h2>
      {children}
    </section>
  );
}
