/**
 * How far a float result may lie from the reference, relative to the largest magnitude of the output. Integers have no
 * tolerance: they are exact. Operators that are not listed have the default.
 */
export const floatTolerance: { readonly default: number; readonly [operator: string]: number } = {
  default: 1e-5,
};

/** The tolerance of an operator's float outputs. */
export const toleranceOf = (operator: string): number => floatTolerance[operator] ?? floatTolerance.default;
