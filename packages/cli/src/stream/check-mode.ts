import { UsageError } from "../usage-error.ts";

/** The options of a run on inputs, and those of a run on a recording. */
const MODES = {
  inputs: ["input", "range", "pixels", "out", "invocations", "arena"],
  stream: ["frontend", "stride", "labels", "ignore", "threshold"],
} as const;

type ModeArguments = { readonly [Name in "stream" | (typeof MODES)[keyof typeof MODES][number]]: Value };

type Value = string | readonly string[] | undefined;

/**
 * Checks that the options belong together: a run is on inputs, or with `--stream` on a recording.
 *
 * @throws UsageError for an option that would be ignored.
 */
export function checkMode(args: ModeArguments): void {
  const isStream = args.stream !== undefined;
  const stranger = MODES[isStream ? "inputs" : "stream"].find((name) => isGiven(args[name]));
  if (stranger === undefined) return;
  if (isStream) throw new UsageError(`--${stranger} does not go with --stream, which reads a recording`);
  throw new UsageError(`--${stranger} needs --stream, the recording`);
}

const isGiven = (value: Value): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined);
