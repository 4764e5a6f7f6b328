/** The lenses that one can look through: those of the ontology, and one that leaves nothing out. */
import type { Answer } from '../../src/contract/questions.js';
import { changeView } from './view.js';

type Ontology = Answer<'meta'>['ontology'];

const EVERYTHING = { id: 'everything', label: 'Everything', description: 'No lens: all that is loaded.' };

/** In the order of the ontology, with its own words for everything where it has some. */
export const lensesOf = ({
  lenses,
}: Ontology): readonly { id: string; label: string; description: string }[] =>
  lenses.some(({ id }) => id === EVERYTHING.id) ? lenses : [...lenses, EVERYTHING];

/** Looks at the graph through another lens, all of it in sight. */
export const lookThrough = (lens: string, { defaultLens }: Ontology): void =>
  changeView({ lens: lens === defaultLens ? undefined : lens, camera: undefined });
