import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ThimbleError } from "@thimble/core";
import { Channel } from "./channel.ts";
import { requireTool } from "./find-tool.ts";
import type { Target } from "./target.ts";
import { makeTemporaryFolder, removeFolder } from "./temporary-folder.ts";

/** What an emulator is started with. */
export interface EmulatorOptions {
  readonly target: Target;
  readonly elf: Uint8Array;
  /** A QEMU plug-in and its arguments. Default is none. */
  readonly plugin?: string | undefined;
}

/** Runs without a screen, a console or the user's own settings; the program's files are those of its folder. */
const ARGUMENTS: readonly string[] = [
  ...["-nodefaults", "-no-user-config", "-display", "none", "-monitor", "none", "-serial", "none"],
  ...["-semihosting-config", "enable=on,target=native", "-kernel", "program.elf"],
];

/** One emulator process and the way to its program. */
export class Emulator {
  readonly #folder: string = makeTemporaryFolder();
  readonly #channel: Channel;
  readonly #process: ChildProcess;
  readonly #target: Target;
  readonly #stop = (): void => void this.#process.kill("SIGKILL");

  constructor({ target, elf, plugin }: EmulatorOptions) {
    this.#target = target;
    const { path } = requireTool([target.emulator], target.name);
    this.#channel = new Channel(this.#folder);
    writeFileSync(join(this.#folder, "program.elf"), elf);
    const said = openSync(join(this.#folder, "said"), "w");
    const args = [...target.emulator.arguments, ...ARGUMENTS, ...(plugin === undefined ? [] : ["-plugin", plugin])];
    this.#process = spawn(path, args, { cwd: this.#folder, stdio: ["ignore", said, said] });
    closeSync(said);
    this.#process.unref();
    process.once("exit", this.#stop);
  }

  /** Sends bytes; throws `DEVICE_FAILED` where they are not taken in so many milliseconds. */
  send(bytes: Uint8Array, milliseconds: number): void {
    this.#within(milliseconds, () => this.#channel.write(bytes) || undefined);
  }

  /** Waits for so many bytes; throws `DEVICE_FAILED` where they do not come in so many milliseconds. */
  receive(length: number, milliseconds: number): Uint8Array {
    return this.#within(milliseconds, () => this.#channel.read(length));
  }

  /** The bytes that the plug-in has written to a file, from a position. */
  readFile(name: string, from: number): Uint8Array {
    return readFileSync(join(this.#folder, name)).subarray(from);
  }

  dispose(): void {
    process.off("exit", this.#stop);
    this.#stop();
    this.#channel.close();
    removeFolder(this.#folder);
  }

  #within<T>(milliseconds: number, act: () => T | undefined): T {
    this.#channel.limit(milliseconds, () => hasEnded(this.#process.pid));
    const result = act();
    if (result !== undefined) return result;
    throw this.#failure(milliseconds);
  }

  #failure(milliseconds: number): ThimbleError {
    const { name, emulator } = this.#target;
    const said = readFileSync(join(this.#folder, "said"), "utf8").trim();
    const what = said === "" ? "without a word" : `and said: ${said}`;
    return new ThimbleError(
      "DEVICE_FAILED",
      `${name} in ${emulator.command} ended, or gave no answer within ${milliseconds / 1000} seconds, ${what}`,
    );
  }
}

/** Whether a child has ended, also where its end was not noticed because the event loop waits; unknown is `false`. */
function hasEnded(pid: number | undefined): boolean {
  if (pid === undefined) return true;
  try {
    return / [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
