/** The command line is wrong: an option, an argument, or a file that it names. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
