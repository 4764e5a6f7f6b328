/** The description of what is loaded, asked once and shared by every part of the page. */
import { useAnswer } from '../ask.js';

/** Title, revision, counts, collections and the ontology. */
export const useMeta = () => useAnswer('meta');
