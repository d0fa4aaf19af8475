import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { codeBlocks } from "@thimble/docs/pages";

/** A part of a question, and what somebody types then. Questions that are not asked are passed over. */
export type Answer = readonly [question: string, keys: string];

/** How a page is followed. */
export interface JourneySettings {
  /** Where it begins: a folder that is made. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Answers to what commands ask, by the command. */
  readonly answers?: Readonly<Record<string, readonly Answer[]>>;
  /** Looks after a place before the page's first program is written: what the page takes for given. */
  readonly given?: (folder: string) => void;
}

/** A command of a page and all that it printed. */
export interface Step {
  readonly command: string;
  readonly output: string;
}

const MINUTES_FOR_A_COMMAND = 15;

/**
 * Follows a page as a reader does, word for word: writes its programs into the files that they name, and runs its
 * commands one after another. The first that fails ends the journey.
 */
export async function follow(page: string, settings: JourneySettings): Promise<readonly Step[]> {
  const steps: Step[] = [];
  let folder = settings.folder;
  mkdirSync(folder, { recursive: true });
  for (const { language, file, code } of codeBlocks(page)) {
    if (file) settings.given?.(folder);
    if (file) writeFileSync(join(folder, file), code);
    if (language !== "sh") continue;
    for (const line of code.trimEnd().split("\n")) {
      const [, target] = /^cd (\S+)/.exec(line) ?? [];
      if (target) folder = resolve(folder, target);
      else steps.push(await runLine(line, folder, settings));
    }
  }
  return steps;
}

async function runLine(line: string, cwd: string, { env, answers = {} }: JourneySettings): Promise<Step> {
  const command = line.replace(/\s+#.*/, "");
  const asked = answers[command];
  // A command that asks needs a terminal.
  const [program, args] = asked
    ? ["script", ["-qec", `stty cols 100 rows 40; ${command}`, "/dev/null"]]
    : ["bash", ["-c", command]];
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: [asked ? "pipe" : "ignore", "pipe", "pipe"],
    timeout: MINUTES_FOR_A_COMMAND * 60_000,
  });
  let output = "";
  let waiting = [...(asked ?? [])];
  const hear = (chunk: Buffer): void => {
    output += chunk;
    const next = waiting.findIndex(([question]) => output.includes(question));
    if (next < 0) return;
    child.stdin?.write(waiting[next]![1]);
    waiting = waiting.slice(next + 1);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  if (waiting.length > 0) throw new Error(`$ ${command}\n${output}\ndid not ask "${waiting[0]![0]}"`);
  if (code !== 0) throw new Error(`$ ${command}\n${output}\nended with ${code}`);
  return { command, output };
}
