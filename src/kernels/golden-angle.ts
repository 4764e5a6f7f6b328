/** Successive turns by it fill a disc evenly (Vogel 1979, doi:10.1016/0025-5564(79)90080-4). */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
