/** Several ids in one field of the address. */
import { joinList, splitList } from '../../src/contract/list-text.js';

/** Undefined for none. */
export const joinIds = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : joinList(ids);

export const splitIds = (text: string | undefined): string[] =>
  text === undefined || text === '' ? [] : splitList(text);
