/** Measured values as people read them. */

/** Whole numbers with thousands apart, others to three figures: 1234 → `1,234`, 0.062 → `0.0620`, 1.2e-9 → `1.2e-9`. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (Number.isInteger(value)) return value.toLocaleString('en');
  if (Math.abs(value) < 1e-4) return value.toExponential(1);
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
