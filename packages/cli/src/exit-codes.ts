/** What the process's exit code says. */
export const exitCodes = {
  ok: 0,
  /** A check failed: an output differs from what was recorded, or from that of other kernels. */
  mismatch: 1,
  /** The command line is wrong, or names a file that cannot be read or written. */
  usage: 2,
  /** A model, a pack or an input is wrong, or does not fit the others. */
  invalid: 3,
  /** A bug of thimble or of a pack. */
  internal: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
