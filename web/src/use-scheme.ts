/** Which of the two looks the page has. Known at once, since nothing is drawn on a server: what is painted is painted once. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import type { Scheme } from './theme.js';

export const useScheme = (): Scheme => useComputedColorScheme('dark', { getInitialValueInEffect: false });

/** The other of the two, and the way there. */
export function useOtherScheme(): { other: Scheme; changeScheme: () => void } {
  const { setColorScheme } = useMantineColorScheme();
  const other = useScheme() === 'dark' ? 'light' : 'dark';
  return { other, changeScheme: () => setColorScheme(other) };
}
