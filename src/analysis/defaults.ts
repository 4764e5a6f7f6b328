/** What questions assume of the scope where their asker says nothing. */

import type { ScopeDefaults } from '../graph/scoped-graph.js';
import type { Ontology } from '../model/ontology.js';

/** Views show all there is. */
export const VIEW_DEFAULTS: ScopeDefaults = { lens: 'everything', conduitsOnly: false };

/** Paths, connections and cuts look everywhere, along conduits. */
export const PATH_DEFAULTS: ScopeDefaults = { lens: 'everything', conduitsOnly: true };

/** Rankings, communities and reports keep to the ontology's default lens, along conduits. */
export const rankDefaults = (ontology: Ontology): ScopeDefaults => ({
  lens: ontology.record.defaultLens,
  conduitsOnly: true,
});

/** The page opens on the default lens, every relation shown. */
export const graphDefaults = (ontology: Ontology): ScopeDefaults => ({
  lens: ontology.record.defaultLens,
  conduitsOnly: false,
});
