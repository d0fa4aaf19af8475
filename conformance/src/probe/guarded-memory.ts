import type { Memory } from "@thimble/core";
import { Filling } from "./filling.ts";
import type { Layout } from "./layout.ts";

/** Bytes before and behind each buffer that belong to nobody. */
const GUARD_BYTES = 512;

/** Every buffer lies at a multiple of its own alignment that is no multiple of twice as much, below this. */
const LARGEST_ALIGNMENT = 64;

/** A stretch of memory, and whose it is. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly owner: string;
}

/** Buffers in a memory, each with filled guard zones around it. */
export class GuardedMemory {
  readonly filling: Filling;
  readonly zones: Stretch[] = [];
  readonly #memory: Memory;
  #count = 0;

  constructor(memory: Memory, { filling, shift }: Layout) {
    this.#memory = memory;
    this.filling = new Filling(filling);
    if (shift > 0) memory.reserve(shift);
  }

  /**
   * The address of a buffer; buffers that follow each other differ in their distance from a large boundary.
   *
   * @param isZeroed whether it holds zeros, not what is left there
   */
  take(byteLength: number, alignment: number, owner: string, isZeroed = false): number {
    const room = GUARD_BYTES + LARGEST_ALIGNMENT;
    const start = this.#memory.reserve(room + byteLength + room, LARGEST_ALIGNMENT);
    const end = start + room + byteLength + room;
    const address = start + GUARD_BYTES + ((alignment * (2 * this.#count++ + 1)) % LARGEST_ALIGNMENT);
    this.#guard(start, address, `before ${owner}`);
    this.#guard(address + byteLength, end, `behind ${owner}`);
    const bytes = new Uint8Array(this.#memory.buffer, address, byteLength);
    if (isZeroed) bytes.fill(0);
    else this.filling.fill(bytes);
    return address;
  }

  /** Where someone wrote who should not have, or `undefined`. */
  firstWrite(): string | undefined {
    for (const { from, to, owner } of this.zones) {
      const at = this.filling.firstChange(new Uint8Array(this.#memory.buffer, from, to - from));
      if (at >= 0) return describePlace(owner, at, to - from);
    }
    return undefined;
  }

  #guard(from: number, to: number, owner: string): void {
    this.zones.push({ from, to, owner });
    this.filling.fill(new Uint8Array(this.#memory.buffer, from, to - from));
  }
}

/** "3 bytes behind output 0", counted from the buffer's end or beginning. */
export const describePlace = (owner: string, at: number, length: number): string =>
  `${owner.startsWith("before ") ? length - at : at + 1} bytes ${owner}`;
