/** An entity in passing by its id, for places that hold an id alone, such as fields of the address. */
import type { EntityReference } from '../../../src/contract/answers.js';
import { useAnswer } from '../ask.js';

/**
 * The entity with this id; undefined while it is asked for and when there is none. Asked as a search,
 * which knows ids as names and has an answer for what it does not find.
 */
export function useEntity(id: string | undefined): EntityReference | undefined {
  const { data } = useAnswer(
    'search',
    { q: id?.slice(0, 200) ?? '', top: 5 },
    { enabled: id !== undefined && id.trim() !== '' },
  );
  return data?.hits.find((hit) => hit.id === id);
}
