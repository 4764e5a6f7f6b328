/** What a picture is made for: a page or a screen, as wide as the window, or a column of print, where letters keep a readable size. */

export type Sheet = 'page' | 'column';

/** On 9 cm of paper 440 pixels of a picture put its smallest letters at 6.6 points. PNGs of either have 300 dots an inch or more. */
export const SHEETS = {
  page: { label: 'Page or screen', leastPx: 640, mostPx: Number.POSITIVE_INFINITY, pngScale: 2 },
  column: { label: 'Column, 9 cm', leastPx: 440, mostPx: 440, pngScale: 3 },
} as const satisfies Record<Sheet, { label: string; leastPx: number; mostPx: number; pngScale: number }>;

export const SHEET_MARGIN_PX = 22;

/** How many times closer together things must stand for a frame and an edge around it to fit between the margins; 1 when it does. */
export const closerFor = (sheet: Sheet, frameWidthPx: number, edgePx = 0): number =>
  Math.max(1, frameWidthPx / (SHEETS[sheet].mostPx - 2 * SHEET_MARGIN_PX - 2 * edgePx));
