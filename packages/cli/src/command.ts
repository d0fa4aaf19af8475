import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import type { Arguments, ArgumentsSpec } from "./parse-arguments.ts";

/** One command: how `--help` describes it, and what it does. */
export interface Command<Spec extends ArgumentsSpec = ArgumentsSpec> {
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  readonly args: Spec;
  /** Command lines that work, for `--help`. */
  readonly examples: readonly string[];
  /** Throws a `UsageError` or a `ThimbleError`, which `main` prints. */
  run(args: Arguments<Spec>, io: Io): Promise<ExitCode>;
}

/** Types a command's arguments from its description of them. */
export const defineCommand = <const Spec extends ArgumentsSpec>(command: Command<Spec>): Command =>
  command as unknown as Command;
