import { type Memory, STACK_BYTES } from "@thimble/core";
import { describePlace, type Stretch } from "./guarded-memory.ts";

/** Sees which bytes of a whole memory change while a kernel runs. */
export class WriteWatch {
  readonly #memory: Memory;
  #before: Uint8Array = new Uint8Array(0);

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Remembers what the memory holds. */
  start(): void {
    const now = new Uint8Array(this.#memory.buffer);
    if (this.#before.length !== now.length) this.#before = new Uint8Array(now.length);
    this.#before.set(now);
  }

  /** The first address that changed outside of the stack and of the stretches that may, or −1. */
  firstChange(allowed: readonly Stretch[]): number {
    const now = new Uint8Array(this.#memory.buffer);
    for (const { from, to } of [{ from: 0, to: STACK_BYTES }, ...allowed])
      this.#before.set(now.subarray(from, to), from);
    return firstDifference(this.#before, now);
  }
}

function firstDifference(before: Uint8Array, now: Uint8Array): number {
  const [a, b] = [new Int32Array(before.buffer), new Int32Array(now.buffer)];
  const word = a.findIndex((value, i) => value !== b[i]);
  if (word < 0) return -1;
  for (let at = 4 * word; ; at++) if (before[at] !== now[at]) return at;
}

/** Says whose byte an address is. */
export function nameAddress(address: number, stretches: readonly Stretch[]): string {
  const stretch = stretches.find(({ from, to }) => address >= from && address < to);
  if (!stretch) return `address ${address}, which belongs to the host or to the pack's static data`;
  const { owner, from, to } = stretch;
  return /^(before|behind) /.test(owner)
    ? describePlace(owner, address - from, to - from)
    : `byte ${address - from} of ${owner}`;
}
