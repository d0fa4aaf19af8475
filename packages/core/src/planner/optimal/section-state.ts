import { type Packing, sectionBytes } from "../packing.ts";
import type { Entries } from "./entries.ts";

/** What the search knows of the sections: what is left to place in them and where they hang together. */
export class SectionState {
  readonly #packing: Packing;
  /** Bytes left to place in each section. */
  readonly #left: Float64Array;
  /** How many buffers left to place cross from each section into the next. */
  readonly #crossing: Int32Array;
  /** For each section that was seen, one behind it that may not have been. */
  readonly #skip: Int32Array;

  constructor(packing: Packing) {
    const { count, from, to, sections } = packing;
    this.#packing = packing;
    this.#left = sectionBytes(packing);
    this.#crossing = new Int32Array(sections);
    for (let i = 0; i < count; i++) for (let s = from[i]!; s < to[i]! - 1; s++) this.#crossing[s]!++;
    this.#skip = new Int32Array(sections);
  }

  /** Notes that a buffer is placed; true when nothing crosses any more where it did. */
  take(id: number): boolean {
    const { sizes, from, to } = this.#packing;
    const last = to[id]! - 1;
    let separates = false;
    for (let s = from[id]!; s < last; s++) {
      this.#left[s]! -= sizes[id]!;
      if (--this.#crossing[s]! === 0) separates = true;
    }
    this.#left[last]! -= sizes[id]!;
    return separates;
  }

  /** Notes that a buffer is not placed any more. */
  giveBack(id: number): void {
    const { sizes, from, to } = this.#packing;
    const last = to[id]! - 1;
    for (let s = from[id]!; s < last; s++) {
      this.#left[s]! += sizes[id]!;
      this.#crossing[s]!++;
    }
    this.#left[last]! += sizes[id]!;
  }

  /** The most bytes left to place in any section of a buffer. */
  fullest(id: number): number {
    const { from, to } = this.#packing;
    let most = 0;
    for (let s = from[id]!; s < to[id]!; s++) most = Math.max(most, this.#left[s]!);
    return most;
  }

  /** Numbers the sections by the part they belong to: parts are separate where nothing crosses. */
  parts(): Int32Array {
    const parts = new Int32Array(this.#left.length);
    for (let s = 1; s < parts.length; s++) parts[s] = parts[s - 1]! + (this.#crossing[s - 1] === 0 ? 1 : 0);
    return parts;
  }

  /** Whether what is left in the sections of a placed buffer may fit above its upper end. */
  mayFitAbove(id: number, upper: number, capacity: number): boolean {
    const { from, to } = this.#packing;
    for (let s = from[id]!; s < to[id]!; s++) if (upper + this.#left[s]! > capacity) return false;
    return true;
  }

  /**
   * Whether what is left may still fit: in each section, the floor (the lowest offset of what is left there, not below
   * `lowest`) and the bytes left must not exceed the capacity. Entries come in the order of offsets, so the first to
   * reach a section gives its floor.
   */
  mayFit(entries: Entries, start: number, end: number, members: Int32Array, lowest: number, capacity: number): boolean {
    const { from, to } = this.#packing;
    const skip = this.#skip;
    for (let s = 0; s < skip.length; s++) skip[s] = s;
    for (let entry = start; entry < end; entry++) {
      const id = members[entries.ranks[entry]!]!;
      const room = capacity - Math.max(lowest, entries.offsets[entry]!);
      const behind = to[id]!;
      for (let s = from[id]!; s < behind; ) {
        const next = skip[s]!;
        if (next === s && this.#left[s]! > room) return false;
        if (next < behind) skip[s] = behind;
        s = next === s ? s + 1 : next;
      }
    }
    return true;
  }
}
