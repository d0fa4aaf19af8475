import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { colorsFor, type Io, writeJson } from "./io.ts";
import { isThimbleError } from "./is-thimble-error.ts";
import { optionRemedy } from "./option-remedy.ts";
import { UsageError } from "./usage-error.ts";

/** Says in one line what went wrong, and with `json` in a document too. Returns the exit code that stands for it. */
export function reportError(error: unknown, json: boolean, io: Io): ExitCode {
  const { code, message, exitCode, details } = describe(error);
  const { red } = colorsFor(io.stderr);
  const line = code === "USAGE" ? message : `${code}: ${message}`;
  io.stderr.write(`${red("thimble:")} ${line.replaceAll("\n", " ")}\n${details}`);
  if (json) writeJson(io, { error: { code, message } });
  return exitCode;
}

interface Description {
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
  /** What only the authors of the failing code can read. */
  readonly details: string;
}

function describe(error: unknown): Description {
  if (error instanceof UsageError)
    return { code: "USAGE", message: error.message, exitCode: exitCodes.usage, details: "" };
  if (isThimbleError(error))
    return { code: error.code, message: optionRemedy(error.message), exitCode: exitCodes.invalid, details: "" };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    code: "INTERNAL",
    message: `${message}; this is a bug, please report it`,
    exitCode: exitCodes.internal,
    details: `${stack}\n`,
  };
}
