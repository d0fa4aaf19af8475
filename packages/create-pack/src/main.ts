import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { intro, note, outro } from "@clack/prompts";
import { ask } from "./ask.ts";
import { folderOf, operators, type PackChoice, places, problemOfName } from "./choices.ts";
import { ownVersion } from "./package-json.ts";
import { writePack } from "./write-pack.ts";

const USAGE = `npm create thimble-pack [FOLDER] -- [--name @acme/kernels] [--operator ${Object.keys(operators).join("|")}] [--for ${Object.keys(places).join("|")}]

Writes a kernel pack that builds, conforms and benches at once. Asks for what is not said.
`;

/** Runs a command line and returns the exit code. Never rejects. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await run(argv);
  } catch (error) {
    process.stderr.write(`create-thimble-pack: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      name: { type: "string" },
      operator: { type: "string" },
      for: { type: "string" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
  });
  if (values.help || values.version) {
    process.stdout.write(values.help ? USAGE : `${ownVersion()}\n`);
    return 0;
  }
  if (positionals.length > 1) throw new Error(`"${positionals[1]}" is one folder too many; a pack is in one`);
  const given = checkGiven(values);
  const isWhole = given.name !== undefined && given.operator !== undefined && given.place !== undefined;
  if (!isWhole && !process.stdin.isTTY) throw new Error("there is nobody to ask; say --name, --operator and --for");
  if (!isWhole) intro("A kernel pack");
  const choice = await ask(given);
  if (!choice) return 1;
  const folder = resolve(positionals[0] ?? folderOf(choice.name));
  const files = writePack(folder, choice);
  tellNext(relative(process.cwd(), folder) || ".", files.length, !isWhole);
  return 0;
}

interface Values {
  readonly name?: string | undefined;
  readonly operator?: string | undefined;
  readonly for?: string | undefined;
}

/** Checks what was said on the command line. */
function checkGiven({ name, operator, for: place }: Values): Partial<PackChoice> {
  const problem = name === undefined ? undefined : problemOfName(name);
  if (problem !== undefined) throw new Error(`--name: ${problem}`);
  return {
    ...(name !== undefined && { name }),
    ...(operator !== undefined && { operator: oneOf("--operator", operator, operators) }),
    ...(place !== undefined && { place: oneOf("--for", place, places) }),
  };
}

function oneOf<T extends object>(option: string, value: string, known: T): keyof T {
  if (!Object.hasOwn(known, value))
    throw new Error(`${option} is "${value}", it must be one of ${Object.keys(known).join(", ")}`);
  return value as keyof T;
}

function tellNext(folder: string, count: number, isAsked: boolean): void {
  const steps = `cd ${folder}
npm install
npm run build   # C to WebAssembly, with a clang from npm
npm test        # the conformance suite
npm run bench   # against the reference, in turns`;
  if (!isAsked) {
    process.stdout.write(`${count} files in ${folder}. Next:\n\n${steps.replace(/^/gm, "  ")}\n`);
    return;
  }
  note(steps, "Next");
  outro(`${count} files in ${folder}; kernels/*.c is where to begin.`);
}
