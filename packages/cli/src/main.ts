import { benchCommand } from "./bench/bench-command.ts";
import type { Command } from "./command.ts";
import { conformCommand } from "./conform/conform-command.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { inspectCommand } from "./inspect/inspect-command.ts";
import type { Io } from "./io.ts";
import { packCommand } from "./pack/pack-command.ts";
import { parseArguments } from "./parse-arguments.ts";
import { planCommand } from "./plan/plan-command.ts";
import { replayCommand } from "./replay/replay-command.ts";
import { reportError } from "./report-error.ts";
import { runCommand } from "./run/run-command.ts";
import { commandUsage, mainUsage } from "./usage.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

const commands: readonly Command[] = [
  runCommand,
  inspectCommand,
  planCommand,
  replayCommand,
  benchCommand,
  packCommand,
  conformCommand,
];

/** Runs a command line (without the program's name) and returns the exit code. Never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    return reportError(error, argv.includes("--json"), io);
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === undefined) throw new UsageError("no command is given; thimble --help lists them");
  if (isHelp(name)) return print(await mainUsage(commands, io.stdout), io);
  if (name === "--version" || name === "-v") return print(`${version}\n`, io);
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw unknown(name);
  if (asksForHelp(rest)) return print(await commandUsage(command, io.stdout), io);
  return command.run(parseArguments(command.args, rest), io);
}

const isHelp = (argument: string): boolean => argument === "--help" || argument === "-h";

const asksForHelp = (rest: readonly string[]): boolean => {
  const end = rest.indexOf("--");
  return (end < 0 ? rest : rest.slice(0, end)).some(isHelp);
};

function unknown(name: string): UsageError {
  if (name.startsWith("-")) return new UsageError(`unknown option '${name}'; options follow the command's name`);
  return new UsageError(`unknown command "${name}"; there are ${commands.map(({ name }) => name).join(", ")}`);
}

function print(text: string, io: Io): ExitCode {
  io.stdout.write(text);
  return exitCodes.ok;
}
