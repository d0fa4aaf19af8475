import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
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

/** The file, in the emulator's folder, that a plug-in writes its counts to. */
export const COUNTS = "counts";

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
  /** What the emulator has said. */
  readonly #said: number;
  #counts: number | undefined;
  readonly #stop = (): void => void this.#process.kill("SIGKILL");

  constructor({ target, elf, plugin }: EmulatorOptions) {
    this.#target = target;
    const { path } = requireTool([target.emulator], target.name);
    this.#channel = new Channel(this.#folder);
    writeFileSync(join(this.#folder, "program.elf"), elf);
    this.#said = openSync(join(this.#folder, "said"), "w+");
    const args = [...target.emulator.arguments, ...ARGUMENTS, ...(plugin === undefined ? [] : ["-plugin", plugin])];
    this.#process = spawn(path, args, { cwd: this.#folder, stdio: ["ignore", this.#said, this.#said] });
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

  /**
   * Removes the folder, now that both sides have opened what is in it: a thread that is ended leaves nothing behind.
   *
   * @param counts whether there is a file of counts
   */
  settle(counts: boolean): void {
    if (counts) this.#counts = openSync(join(this.#folder, COUNTS), "r");
    removeFolder(this.#folder);
  }

  /** What the plug-in has written, from a position. */
  readCounts(from: number): Uint8Array {
    return this.#counts === undefined ? new Uint8Array(0) : contentOf(this.#counts, from);
  }

  dispose(): void {
    process.off("exit", this.#stop);
    this.#stop();
    this.#channel.close();
    for (const file of [this.#said, this.#counts]) if (file !== undefined) closeSync(file);
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
    const said = Buffer.from(contentOf(this.#said, 0)).toString().trim();
    const what = said === "" ? "without a word" : `and said: ${said}`;
    return new ThimbleError(
      "DEVICE_FAILED",
      `${name} in ${emulator.command} ended, or gave no answer within ${milliseconds / 1000} seconds, ${what}`,
    );
  }
}

/** What is in a file that is open, from a position. */
function contentOf(file: number, from: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, fstatSync(file).size - from));
  readSync(file, bytes, 0, bytes.length, from);
  return bytes;
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
