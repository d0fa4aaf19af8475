import type { Command } from "./command.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { parseArguments } from "./parse-arguments.ts";
import { reportError } from "./report-error.ts";
import { commandUsage, mainUsage } from "./usage.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

/** The commands by name. One is loaded when it is named: what it works with takes longer to load than to say the version. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    run: async () => (await import("./run/run-command.ts")).runCommand,
    inspect: async () => (await import("./inspect/inspect-command.ts")).inspectCommand,
    resolver: async () => (await import("./resolver/resolver-command.ts")).resolverCommand,
    plan: async () => (await import("./plan/plan-command.ts")).planCommand,
    replay: async () => (await import("./replay/replay-command.ts")).replayCommand,
    diff: async () => (await import("./diff/diff-command.ts")).diffCommand,
    bench: async () => (await import("./bench/bench-command.ts")).benchCommand,
    pack: async () => (await import("./pack/pack-command.ts")).packCommand,
    device: async () => (await import("./device/device-command.ts")).deviceCommand,
    conform: async () => (await import("./conform/conform-command.ts")).conformCommand,
  }),
);

const loadAll = (): Promise<readonly Command[]> => Promise.all([...commands.values()].map((load) => load()));

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
  if (isHelp(name)) return print(await mainUsage(await loadAll(), io.stdout), io);
  if (name === "--version" || name === "-v") return print(`${version}\n`, io);
  const command = await commands.get(name)?.();
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
  return new UsageError(`unknown command "${name}"; there are ${[...commands.keys()].join(", ")}`);
}

function print(text: string, io: Io): ExitCode {
  io.stdout.write(text);
  return exitCodes.ok;
}
