/** One filter of the legend as groups that are on or off: pure, so that a click's meaning can be tested. */
import { joinList } from '../../../src/contract/list-text.js';

/** An entry of the legend and the values of the filter that it stands for: a root kind with its descendants, a family with its types. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly members: readonly string[];
}
export type GroupState = 'on' | 'off' | 'some';

/** Whether a group is shown under a filter; no filter shows all. */
export function stateOf({ members }: Group, shown: ReadonlySet<string> | undefined): GroupState {
  if (shown === undefined) return 'on';
  const count = members.filter((member) => shown.has(member)).length;
  return count === 0 ? 'off' : count === members.length ? 'on' : 'some';
}

/**
 * The filter after a click. `toggle` turns one group on or off; `isolate` shows it alone, or all again when it is alone already.
 * Undefined means no filter: everything on, and also nothing on, since a scope of nothing cannot be asked for.
 */
export function afterClick(
  groups: readonly Group[],
  shown: ReadonlySet<string> | undefined,
  id: string,
  how: 'toggle' | 'isolate',
): ReadonlySet<string> | undefined {
  const group = groups.find((one) => one.id === id);
  if (group === undefined) return shown;
  const all = groups.flatMap(({ members }) => members);
  const next = new Set(shown ?? all);
  const alone = groups.every((one) => (one.id === id) === (stateOf(one, shown) !== 'off'));
  if (how === 'isolate') {
    if (alone) return undefined;
    return new Set(group.members);
  }
  const turnOn = stateOf(group, shown) !== 'on';
  for (const member of group.members) {
    if (turnOn) next.add(member);
    else next.delete(member);
  }
  return next.size === 0 || all.every((member) => next.has(member)) ? undefined : next;
}

/**
 * The filter as the address and the API take it. `whole` says by which value a complete group can be named (a root kind stands for
 * its descendants); otherwise its members are listed.
 */
export function filterText(
  groups: readonly Group[],
  shown: ReadonlySet<string> | undefined,
  whole: (group: Group) => string | undefined = () => undefined,
): string | undefined {
  if (shown === undefined) return undefined;
  const words = groups.flatMap((group) => {
    const name = stateOf(group, shown) === 'on' ? whole(group) : undefined;
    return name === undefined ? group.members.filter((member) => shown.has(member)) : [name];
  });
  return words.length === 0 ? undefined : joinList(words);
}
