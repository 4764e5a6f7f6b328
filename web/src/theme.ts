/** The look of the page: a night sky and a paper atlas, brass for what can be touched. Contrasts are AA in both. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import type { OntologyRecord } from '../../src/contract/ontology.js';

/** Brass, the accent: instruments in an observatory. Index 3 on the sky, index 8 on paper. */
const brass: MantineColorsTuple = [
  '#fdf6e6',
  '#f6e7c4',
  '#efd6a0',
  '#e8c57c',
  '#ddb05c',
  '#cb9a43',
  '#ac7e2f',
  '#8f6620',
  '#755117',
  '#5a3d0f',
];
/** The sky, from starlight to deep night. Mantine takes body and text of the dark scheme from here. */
const night: MantineColorsTuple = [
  '#dfe6f3',
  '#b8c4da',
  '#97a5c0',
  '#7d8ca9',
  '#3f4d69',
  '#2a3650',
  '#1b2539',
  '#121a2b',
  '#0c1322',
  '#080d18',
];

/** Greys of paper, for tracks and borders of Mantine's own parts in the light scheme. */
const paper: MantineColorsTuple = [
  '#faf7f0',
  '#f0ebdf',
  '#e6dfd0',
  '#d9d1c0',
  '#c3b9a5',
  '#9d9482',
  '#77705f',
  '#5a5445',
  '#3d392f',
  '#26241e',
];

const sans =
  "'IBM Plex Sans Variable', 'Segoe UI', system-ui, 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif";
const serif =
  "'IBM Plex Serif', Charter, Georgia, 'Songti SC', 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif";

export const theme = createTheme({
  colors: { brass, dark: night, gray: paper },
  primaryColor: 'brass',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: sans,
  headings: { fontFamily: serif, fontWeight: '500' },
  defaultRadius: 'md',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Switch: { defaultProps: { withThumbIndicator: false } },
    // Its placeholder is no item of a menu, and opened by key the first item should have the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // What drops down stays within the window, and scrolls where it is longer.
    Popover: { defaultProps: { middlewares: { flip: true, shift: { padding: 8 }, size: { padding: 8 } } } },
  },
});

/** Our own properties, by scheme. Style sheets and the graph's painter read these; nobody writes a colour elsewhere. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--font-serif': serif },
  light: {
    '--mantine-color-body': '#f4f0e7',
    '--mantine-color-text': '#1f2733',
    '--mantine-color-dimmed': '#5a6271',
    '--mantine-color-default': '#fdfbf6',
    '--mantine-color-default-hover': '#f3ede0',
    '--mantine-color-default-color': '#1f2733',
    '--mantine-color-default-border': '#d9d1c0',
    '--mantine-color-error': '#a8321f',
    '--sky': '#f4f0e7',
    '--sky-glow': '#fbf9f3',
    '--sky-lines': 'rgb(120 100 60 / 10%)',
    '--panel': 'rgb(253 251 246 / 88%)',
    '--panel-solid': '#fdfbf6',
    '--panel-border': 'rgb(90 72 35 / 18%)',
    '--panel-shadow': '0 1px 2px rgb(60 45 15 / 8%), 0 10px 32px rgb(60 45 15 / 10%)',
    '--hairline': 'rgb(90 72 35 / 14%)',
    '--hover': 'rgb(120 90 30 / 8%)',
    '--ink': '#1f2733',
    '--muted': '#5a6271',
    '--accent': '#7a5313',
    '--accent-soft': 'rgb(143 102 32 / 14%)',
    '--supports': '#1d6b54',
    '--disputes': '#a8321f',
    '--began': CHANGE_COLORS.light.began,
    '--ended': CHANGE_COLORS.light.ended,
    '--halo': '#f4f0e7',
    '--sea': INK.light.sea,
  },
  dark: {
    '--mantine-color-body': '#0a101d',
    '--mantine-color-text': '#dfe6f3',
    '--mantine-color-dimmed': '#97a5c0',
    '--mantine-color-default': '#172136',
    '--mantine-color-default-hover': '#1f2b44',
    '--mantine-color-default-color': '#dfe6f3',
    '--mantine-color-default-border': '#2a3650',
    '--mantine-color-error': '#ff9c86',
    '--sky': '#0a101d',
    '--sky-glow': '#131d33',
    '--sky-lines': 'rgb(150 175 225 / 6%)',
    '--panel': 'rgb(16 23 39 / 84%)',
    '--panel-solid': '#121a2b',
    '--panel-border': 'rgb(150 175 225 / 15%)',
    '--panel-shadow': '0 1px 2px rgb(0 0 0 / 30%), 0 14px 40px rgb(0 0 0 / 38%)',
    '--hairline': 'rgb(150 175 225 / 13%)',
    '--hover': 'rgb(150 175 225 / 9%)',
    '--ink': '#dfe6f3',
    '--muted': '#97a5c0',
    '--accent': '#e8c57c',
    '--accent-soft': 'rgb(232 197 124 / 15%)',
    '--supports': '#7fd1b4',
    '--disputes': '#ff9c86',
    '--began': CHANGE_COLORS.dark.began,
    '--ended': CHANGE_COLORS.dark.ended,
    '--halo': '#0a101d',
    '--sea': INK.dark.sea,
  },
});

export type Scheme = 'dark' | 'light';

/**
 * Fills of kinds and lines of families, by scheme: light tints on the sky, inks on paper. Neighbours in the list stay apart under
 * protanopia and deuteranopia (tested); icons and words say the same, so colour never stands alone.
 */
export const KIND_COLORS: Record<Scheme, readonly string[]> = {
  dark: [
    '#fcb61b',
    '#f88357',
    '#71c8ef',
    '#eeee73',
    '#6ee2ac',
    '#8b9bff',
    '#b7f1f6',
    '#c27eba',
    '#c46602',
    '#8c7c76',
    '#7a6fe9',
    '#8cb79b',
  ],
  light: [
    '#b26501',
    '#bf1247',
    '#255ad1',
    '#6a5000',
    '#39707a',
    '#5e2097',
    '#057fbe',
    '#c63ba0',
    '#67292f',
    '#554979',
    '#2926c5',
    '#006748',
  ],
};
export const FAMILY_COLORS: Record<Scheme, readonly string[]> = {
  dark: ['#7daafe', '#db8100', '#3caf66', '#dd99a3', '#8e7eed', '#c2c053', '#c179b8', '#5dcae1', '#887f7f'],
  light: ['#5371d8', '#8a8811', '#088258', '#b3678b', '#5a49b8', '#6e5e00', '#84528f', '#0d8eb9', '#505a59'],
};

/** What began and what ended between two dates; dashes, hollow stars and words say the same. */
export const CHANGE_COLORS: Record<Scheme, { began: string; ended: string }> = {
  dark: { began: '#3fd6a6', ended: '#ff7d5e' },
  light: { began: '#00705a', ended: '#b8330d' },
};

/** The root kind that a kind descends from; itself when it has no parent or is unknown. */
export function rootKind(ontology: OntologyRecord, kind: string): string {
  let current = kind;
  // A faulty taxonomy with a ring must not hang the page: at most as many steps as there are kinds.
  for (const _ of ontology.kinds) {
    const parent = ontology.kinds.find(({ id }) => id === current)?.parent;
    if (parent === undefined) break;
    current = parent;
  }
  return current;
}

const pick = (colors: readonly string[], index: number) => colors[Math.max(0, index) % colors.length]!;

/** The colour of a kind: that of its root, by the root's place in the ontology. */
export function kindColor(ontology: OntologyRecord, kind: string, scheme: Scheme): string {
  const root = rootKind(ontology, kind);
  const roots = ontology.kinds.filter(({ parent }) => parent === undefined);
  return pick(
    KIND_COLORS[scheme],
    roots.findIndex(({ id }) => id === root),
  );
}

/** The colour of a relation type: that of its family, by the family's place in the ontology. */
export function familyColor(ontology: OntologyRecord, type: string, scheme: Scheme): string {
  const family = ontology.types.find(({ id }) => id === type)?.family;
  return pick(
    FAMILY_COLORS[scheme],
    ontology.families.findIndex(({ id }) => id === family),
  );
}

/** What the graph's painter needs beside the palettes; canvas and WebGL cannot read style properties. */
export const INK: Record<
  Scheme,
  {
    sky: string;
    text: string;
    muted: string;
    faint: string;
    accent: string;
    onKind: string;
    sea: string;
    land: string;
    coast: string;
    grid: string;
  }
> = {
  dark: {
    sky: '#0c1423',
    text: '#e3e9f5',
    muted: '#97a5c0',
    faint: '#7f8dab',
    accent: '#f0cf8c',
    onKind: '#0c1423',
    sea: '#0a1120',
    land: '#182238',
    coast: '#34435f',
    grid: '#121b2e',
  },
  light: {
    sky: '#f7f4ec',
    text: '#1f2733',
    muted: '#5a6271',
    faint: '#656a76',
    accent: '#8a4b00',
    onKind: '#fdfbf6',
    sea: '#f4f1e9',
    land: '#e7dfcd',
    coast: '#c3b798',
    grid: '#e9e4d7',
  },
};
