/** Enter pressed before the answer has come, in fields that look up what is typed: the first hit is taken when it does. */
import { useEffect, useState } from 'react';

/** Gives the setter of whether Enter was hasty. `take` is called once, with the first hit of the answer that `isBusy` waits for. */
export function useHastyEnter(
  isBusy: boolean,
  first: string | undefined,
  take: (id: string) => void,
): (isHasty: boolean) => void {
  const [isHasty, setHasty] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: takes once, when the answer to a hasty Enter is there
  useEffect(() => {
    if (!isHasty || isBusy) return;
    setHasty(false);
    if (first !== undefined) take(first);
  }, [isHasty, isBusy, first]);
  return setHasty;
}
