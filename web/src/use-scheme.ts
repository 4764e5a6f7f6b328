/** Which of the two looks the page has. Known at once, since nothing is drawn on a server: what is painted is painted once. */
import { useComputedColorScheme } from '@mantine/core';
import type { Scheme } from './theme.js';

export const useScheme = (): Scheme => useComputedColorScheme('dark', { getInitialValueInEffect: false });
