/** x, or the bound that it is beyond. NaN stays NaN. */
export const clamp = (x: number, min: number, max: number): number => Math.min(Math.max(x, min), max);
