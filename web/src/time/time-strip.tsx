/** Placeholder until the strip is drawn. */
export const TimeStrip = () => null;
