/** Millions of multiply-accumulates in a second: one in a microsecond is one of them. `null` where there are none. */
export const mmacsPerSecond = (macs: number, microseconds: number): number | null =>
  macs > 0 && microseconds > 0 ? macs / microseconds : null;
