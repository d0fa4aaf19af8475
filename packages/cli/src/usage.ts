import { stripVTControlCharacters } from "node:util";
import { type CommandDef, renderUsage } from "citty";
import type { Command } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { colorsFor, hasColors, type Output } from "./io.ts";
import { version } from "./version.ts";

const EXIT_CODES: Readonly<Record<keyof typeof exitCodes, string>> = {
  ok: "done, and every check passed",
  mismatch: "an output differs, a pack does not conform, or an arena is over its limit",
  usage: "wrong command line, or a file that cannot be read or written",
  invalid: "the model, a pack or an input is invalid or unsupported",
  internal: "a bug of thimble or of a pack",
};

const toCitty = ({ name, description, args }: Command): CommandDef => ({ meta: { name, description }, args });

/** What `thimble COMMAND --help` prints. */
export async function commandUsage(command: Command, output: Output): Promise<string> {
  const usage = await renderUsage(toCitty(command), { meta: { name: "thimble", version } });
  const examples = section("EXAMPLES", command.examples, output);
  return present([usage.trimEnd(), examples, exitCodeSection(output)], output);
}

/** What `thimble --help` prints. */
export async function mainUsage(commands: readonly Command[], output: Output): Promise<string> {
  const usage = await renderUsage({
    meta: { name: "thimble", version, description: "Run, inspect, plan, compare and measure .tflite models" },
    subCommands: Object.fromEntries(commands.map((command) => [command.name, toCitty(command)])),
  });
  const examples = section(
    "EXAMPLES",
    commands.map(({ examples }) => examples[0]!),
    output,
  );
  return present([usage.trimEnd(), optionSection(output), examples, exitCodeSection(output)], output);
}

const optionSection = (output: Output): string =>
  section("OPTIONS", ["--help, -h     Print this text", "--version, -v  Print the version"], output);

const exitCodeSection = (output: Output): string =>
  section(
    "EXIT CODES",
    Object.entries(EXIT_CODES).map(([name, text]) => `${exitCodes[name as keyof typeof exitCodes]}  ${text}`),
    output,
  );

function section(title: string, lines: readonly string[], output: Output): string {
  const { bold, underline } = colorsFor(output);
  return [underline(bold(title)), "", ...lines.map((line) => `  ${line}`)].join("\n");
}

/** citty colours by the environment alone; whether there is a terminal is known here. */
const present = (sections: readonly string[], output: Output): string => {
  const text = `${sections.join("\n\n")}\n`.replaceAll(/ +$/gm, "");
  return hasColors(output) ? text : stripVTControlCharacters(text);
};
