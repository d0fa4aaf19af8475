import { type Packing, shareSection } from "../packing.ts";

/** More would take some hundred megabytes: only problems of thousands of buffers that all overlap come here. */
const MOST_ENTRIES = 2 ** 23;

/**
 * A stack of lists. Each list says what is left to place at one node of the search: the buffers' ranks among the
 * members of their part and their lowest possible offsets, sorted by offset, then rank.
 */
export class Entries {
  ranks: Int32Array = new Int32Array(1024);
  offsets: Float64Array = new Float64Array(1024);
  /** Where the next list begins. */
  top = 0;
  #raised: Int32Array;

  constructor(count: number) {
    this.#raised = new Int32Array(count);
  }

  /** Makes room for `count` more; false when that is too much. */
  reserve(count: number): boolean {
    const needed = this.top + count;
    if (needed <= this.ranks.length) return true;
    if (needed > MOST_ENTRIES) return false;
    const ranks = new Int32Array(needed * 2);
    ranks.set(this.ranks);
    this.ranks = ranks;
    const offsets = new Float64Array(needed * 2);
    offsets.set(this.offsets);
    this.offsets = offsets;
    return true;
  }

  push(rank: number, offset: number): void {
    this.ranks[this.top] = rank;
    this.offsets[this.top++] = offset;
  }

  /**
   * Pushes the list start..end as it is once its entry `placed` is placed: the others that are in use together with it
   * move to its upper end. Gives whether there are any.
   */
  pushWithout(placed: number, start: number, end: number, members: Int32Array, packing: Packing): boolean {
    const { ranks, offsets } = this;
    const id = members[ranks[placed]!]!;
    const upper = offsets[placed]! + packing.sizes[id]!;
    let top = this.top;
    let raised = 0;
    let overlaps = false;
    for (let entry = start; entry < end; entry++) {
      if (entry === placed) continue;
      const rank = ranks[entry]!;
      const offset = offsets[entry]!;
      const isAbove = shareSection(packing, members[rank]!, id);
      if (isAbove) overlaps = true;
      if (isAbove && offset < upper) {
        this.#insertRaised(rank, raised++);
      } else {
        ranks[top] = rank;
        offsets[top++] = offset;
      }
    }
    this.#merge(this.top, top, raised, upper);
    return overlaps;
  }

  /** Keeps the first `count` raised ranks sorted. They come nearly so. */
  #insertRaised(rank: number, count: number): void {
    const raised = this.#raised;
    let at = count;
    for (; at > 0 && raised[at - 1]! > rank; at--) raised[at] = raised[at - 1]!;
    raised[at] = rank;
  }

  /** Merges the raised ranks, which all have the same offset, into the list first..behind, which becomes the top. */
  #merge(first: number, behind: number, raised: number, offset: number): void {
    const { ranks, offsets } = this;
    this.top = behind + raised;
    let from = behind - 1;
    for (let to = this.top - 1; raised > 0; to--) {
      const rank = this.#raised[raised - 1]!;
      const isAfter = from >= first && (offsets[from]! > offset || (offsets[from]! === offset && ranks[from]! > rank));
      ranks[to] = isAfter ? ranks[from]! : rank;
      offsets[to] = isAfter ? offsets[from]! : offset;
      if (isAfter) from--;
      else raised--;
    }
  }
}
