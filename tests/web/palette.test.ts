/** The colours of kinds and families hold for eyes that lack a cone, and stand out from both skies. */
import { describe, expect, it } from 'vitest';
import { CHANGE_COLORS, FAMILY_COLORS, INK, KIND_COLORS } from '../../web/src/theme.js';

describe('palettes', () => {
  type Rgb = readonly [number, number, number];
  // Dichromat simulation: Machado, Oliveira, Fernandes 2009, doi:10.1109/TVCG.2009.113. Distances: OKLab (Ottosson 2020).
  const visions: Record<string, readonly Rgb[]> = {
    full: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    protanopia: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    deuteranopia: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  };
  const linear = (hex: string) =>
    [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as unknown as Rgb;
  const times = (matrix: readonly Rgb[], [r, g, b]: Rgb) =>
    matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Rgb;
  const clamp = (color: Rgb) => color.map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb;
  const oklab = (color: Rgb) =>
    times(
      [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
      ],
      times(
        [
          [0.4122214708, 0.5363325363, 0.0514459929],
          [0.2119034982, 0.6806995451, 0.1073969566],
          [0.0883024619, 0.2817188376, 0.6299787005],
        ],
        color,
      ).map(Math.cbrt) as unknown as Rgb,
    );
  const luminance = (hex: string) =>
    linear(hex).reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at]!, 0);
  const contrast = (one: string, other: string) => {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high! + 0.05) / (low! + 0.05);
  };
  const palettes = (['dark', 'light'] as const).flatMap((scheme) => [
    ['kinds', scheme, KIND_COLORS[scheme]] as const,
    ['families', scheme, FAMILY_COLORS[scheme]] as const,
    ['changes', scheme, Object.values(CHANGE_COLORS[scheme])] as const,
  ]);

  it.each(palettes)('%s on %s stay apart in every vision and stand out from the sky', (_, scheme, colors) => {
    for (const matrix of Object.values(visions)) {
      const places = colors.map((color) => oklab(clamp(times(matrix, linear(color)))));
      places.forEach((place, at) => {
        for (const other of places.slice(0, at))
          expect(Math.hypot(...place.map((value, axis) => value - other[axis]!))).toBeGreaterThan(0.07);
      });
    }
    for (const color of colors) expect(contrast(color, INK[scheme].sky)).toBeGreaterThan(3);
  });

  it.each(['dark', 'light'] as const)('icons and words are readable on %s', (scheme) => {
    const ink = INK[scheme];
    for (const color of KIND_COLORS[scheme]) expect(contrast(color, ink.onKind)).toBeGreaterThan(3);
    for (const word of [ink.text, ink.muted, ink.faint, ink.accent])
      expect(contrast(word, ink.sky)).toBeGreaterThan(4.5);
  });
});
