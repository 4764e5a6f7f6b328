/** Colours as numbers, for what canvas and WebGL cannot read from style sheets. */

/** `#rrggbb` → three numbers from 0 to 255. */
export const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** `#rrggbb` with an opacity, as `rgba(…)`. */
export const withOpacity = (hex: string, opacity: number) => `rgba(${channels(hex).join(',')},${opacity})`;

/** A colour faded towards another, `share` of the way. */
export function fade(hex: string, towards: string, share: number): string {
  const goal = channels(towards);
  return `#${channels(hex)
    .map((value, at) =>
      Math.round(value + (goal[at]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
