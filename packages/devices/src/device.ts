import { ThimbleError } from "@thimble/core";
import type { DeviceProgram } from "./build-program.ts";
import { describeAddress } from "./elf.ts";
import { COUNTS, Emulator } from "./emulator.ts";

/** A call of a kernel's function. */
export interface DeviceCall {
  /** The kernel's position in its pack. */
  readonly kernel: number;
  readonly function: "invoke" | "reset";
  /** Address of the `thimble_node` on the device. */
  readonly node: number;
}

/** What calls came to. */
export interface DeviceResult {
  /** What the last of them returned: the first that is not 0 ends the series. */
  readonly status: number;
  /** Calls that were made. */
  readonly done: number;
  /** The image afterwards. */
  readonly image: Uint8Array;
  /** Instructions of each call, from the call to its return; empty where they are not counted. */
  readonly instructions: readonly number[];
}

/** How a device is run. */
export interface DeviceOptions {
  /** The path of the plug-in that counts instructions. Default is not to count. */
  readonly counter?: string | undefined;
  /** Seconds that a series of calls may take. Default is 20. */
  readonly seconds?: number;
}

const READY = 0x52454459;
const TRAPPED = 0x54524150;
const HEAD_BYTES = 12;
const COUNT_BYTES = 8;

/** Seconds in which an emulator has to start: machines are busy. */
const LONGEST_START = 60;

/** What stacks hold before a call, in turns. */
const POISONS: readonly number[] = [0xa5, 0x00, 0xff];

/** The runner's calls have room for so many. */
export const MOST_CALLS = 4096;

/**
 * An emulated core with a pack's kernels. It is started when there is something to do, and again after a kernel trapped
 * or hung; it keeps nothing from one series of calls to the next.
 */
export class Device {
  readonly program: DeviceProgram;
  readonly #counter: string | undefined;
  readonly #milliseconds: number;
  #emulator: Emulator | undefined;
  #kernels: readonly string[] = [];
  #requests = 0;
  #countedBytes = 0;

  constructor(program: DeviceProgram, { counter, seconds = 20 }: DeviceOptions = {}) {
    this.program = program;
    this.#counter = counter;
    this.#milliseconds = 1000 * seconds;
  }

  /** The names of the kernels in the program, in its order. */
  get kernels(): readonly string[] {
    this.#started();
    return this.#kernels;
  }

  /**
   * Makes calls one behind another on an image.
   *
   * @throws ThimbleError `DEVICE_FAILED` where a kernel traps or hangs
   */
  run(image: Uint8Array, calls: readonly DeviceCall[]): DeviceResult {
    try {
      const emulator = this.#started();
      emulator.send(this.#request(image, calls), this.#milliseconds);
      const [kind, first, second] = this.#head(emulator, this.#milliseconds);
      if (kind === TRAPPED) throw this.#trap(first, second);
      const after = emulator.receive(image.length, this.#milliseconds);
      return { status: first, done: second, image: after, instructions: this.#takeCounts(emulator, second) };
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** Ends the emulator. */
  dispose(): void {
    this.#emulator?.dispose();
    this.#emulator = undefined;
  }

  #started(): Emulator {
    if (this.#emulator) return this.#emulator;
    const { target, elf, symbols } = this.program;
    const [begin, end] = [symbols.get("begin_count"), symbols.get("end_count")];
    const plugin = this.#counter && `${this.#counter},begin=${begin},end=${end},counts=${COUNTS}`;
    const emulator = new Emulator({ target, elf, plugin });
    this.#emulator = emulator;
    this.#countedBytes = 0;
    const [kind, , bytes] = this.#head(emulator, 1000 * LONGEST_START);
    if (kind !== READY) throw this.#failed(`begins with the word 0x${kind.toString(16)}`);
    const names = Buffer.from(emulator.receive(bytes, this.#milliseconds)).toString("latin1");
    this.#kernels = names.split("\0").slice(0, -1);
    emulator.settle(plugin !== undefined);
    return emulator;
  }

  #head(emulator: Emulator, milliseconds: number): readonly [kind: number, first: number, second: number] {
    const { buffer } = emulator.receive(HEAD_BYTES, milliseconds);
    const view = new DataView(buffer);
    return [view.getUint32(0, true), view.getInt32(4, true), view.getUint32(8, true)];
  }

  #request(image: Uint8Array, calls: readonly DeviceCall[]): Uint8Array {
    const poison = POISONS[this.#requests++ % POISONS.length]!;
    const words = [image.length, calls.length, poison];
    for (const { kernel, node, ...call } of calls) words.push(2 * kernel + (call.function === "reset" ? 1 : 0), node);
    const bytes = new Uint8Array(4 * words.length + image.length);
    const view = new DataView(bytes.buffer);
    words.forEach((word, i) => {
      view.setUint32(4 * i, word, true);
    });
    bytes.set(image, 4 * words.length);
    return bytes;
  }

  #takeCounts(emulator: Emulator, count: number): readonly number[] {
    if (!this.#counter) return [];
    const bytes = emulator.readCounts(this.#countedBytes);
    this.#countedBytes += bytes.length;
    const view = new DataView(bytes.buffer);
    return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(COUNT_BYTES * i, true)));
  }

  #trap(address: number, cause: number): ThimbleError {
    const where = describeAddress(this.program.symbols, address >>> 0);
    return this.#failed(`trapped at ${where}, cause 0x${cause.toString(16)}`);
  }

  #failed(what: string): ThimbleError {
    return new ThimbleError("DEVICE_FAILED", `the program on ${this.program.target.name} ${what}`);
  }
}
