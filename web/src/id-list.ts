/** Several ids in one field of the address. */

/** Joined by commas, each encoded, so that an id may hold one. Undefined for none. */
export const joinIds = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : ids.map(encodeURIComponent).join(',');

/** The ids of a field; what somebody wrote by hand and cannot be decoded is taken as it is. */
export function splitIds(text: string | undefined): string[] {
  if (text === undefined || text === '') return [];
  return text.split(',').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
