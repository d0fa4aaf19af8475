/**
 * −zeroPoint, to be added to stored values. Never −0: with it in the sum, engines compute in doubles instead of
 * integers.
 */
export const offsetOf = (zeroPoint: number): number => 0 - zeroPoint;
