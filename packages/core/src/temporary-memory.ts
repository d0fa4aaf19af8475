import { alignUp } from "./planner/plan.ts";
import { requireSize } from "./require-size.ts";

const SEGMENT_BYTES = 64 * 1024;

/** What temporary memory is taken from. */
interface Reserve {
  readonly buffer: ArrayBuffer;
  /** Sets addresses aside that nobody else gets. */
  reserve(byteLength: number): number;
}

/** A memory for what lives only while a node is resolved or prepared: all of it is given back at once. */
export class TemporaryMemory {
  readonly #memory: Reserve;
  #start = 0;
  #next = 0;
  #end = 0;
  #taken = 0;
  #peak = 0;

  constructor(memory: Reserve) {
    this.#memory = memory;
  }

  /** Zeroed bytes, aligned to 16. Throws `ARENA_TOO_LARGE` when the engine has no more. */
  allocate(byteLength: number): number {
    requireSize("temporary memory", byteLength);
    const length = alignUp(byteLength);
    if (this.#next + length > this.#end) this.#extend(length);
    const address = this.#next;
    this.#next += length;
    this.#taken += length;
    this.#peak = Math.max(this.#peak, this.#taken);
    new Uint8Array(this.#memory.buffer, address, length).fill(0);
    return address;
  }

  /** Gives everything back. */
  clear(): void {
    this.#next = this.#start;
    this.#taken = 0;
  }

  /** The most bytes that were given at once since this was last asked. */
  takePeak(): number {
    const peak = this.#peak;
    this.#peak = this.#taken;
    return peak;
  }

  /** What was given stays where it is; after the next clear only the larger stretch is used. */
  #extend(length: number): void {
    const size = Math.max(SEGMENT_BYTES, 2 * (this.#end - this.#start), length);
    this.#start = this.#memory.reserve(size);
    this.#next = this.#start;
    this.#end = this.#start + size;
  }
}
