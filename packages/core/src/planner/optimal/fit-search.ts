import type { Packing } from "../packing.ts";
import { Entries } from "./entries.ts";
import { type Part, separate } from "./parts.ts";
import type { Preorder } from "./preorder.ts";
import { SectionState } from "./section-state.ts";

/** A node of the search: which of the entries start..end of a part comes next. */
interface Choice {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  /** The lowest upper end that a buffer could have: one placed there or higher would leave a gap that holds another. */
  readonly ceiling: number;
  /** How many buffers were placed before. */
  readonly placed: number;
  /** The next entry to try. */
  next: number;
  /** Nothing goes on top of the entry tried last: if the rest fits nowhere, another entry does not help. */
  isFinal: boolean;
}

/** `fits`: all are placed. `never`: there is no way. `unknown`: the nodes are used up. */
export type Outcome = "fits" | "never" | "unknown";

/**
 * Searches for offsets within a capacity, exactly, after MiniMalloc (Moffitt, ASPLOS 2023, doi 10.1145/3623278.3624752).
 *
 * Every solution can be pushed down until each buffer rests at 0 or on top of another; only such are tried, buffer by
 * buffer in non-decreasing order of offset, each at its lowest possible one. A branch ends when a section cannot hold
 * what is left for it, or when a buffer would leave a gap for another. What shares no section any more is solved
 * apart: a solved part stays, one without a solution undoes the choice that separated it.
 */
export class FitSearch {
  /** Where each buffer lies, once all fit. */
  readonly offsets: Float64Array;
  /** Choices tried so far. */
  nodes = 0;
  readonly #packing: Packing;
  readonly #capacity: number;
  readonly #preorder: Preorder;
  readonly #state: SectionState;
  readonly #entries: Entries;
  readonly #choices: Choice[] = [];
  readonly #placed: Int32Array;
  #placedCount = 0;

  constructor(packing: Packing, capacity: number, preorder: Preorder) {
    this.offsets = new Float64Array(packing.count);
    this.#packing = packing;
    this.#capacity = capacity;
    this.#preorder = preorder;
    this.#state = new SectionState(packing);
    this.#entries = new Entries(packing.count);
    this.#placed = new Int32Array(packing.count);
  }

  /** Runs once, for at most so many nodes. */
  run(nodes: number): Outcome {
    const { count } = this.#packing;
    if (!this.#entries.reserve(2 * count)) return "unknown";
    const members = Int32Array.from({ length: count }, (_, id) => id);
    for (const id of members) this.#entries.push(id, 0);
    const all: Part = { start: 0, end: count, members, next: undefined, depth: 0, top: count };
    if (!this.#state.mayFit(this.#entries, 0, count, members, 0, this.#capacity)) return "never";
    if (this.#begin(this.#separate(all, 0, count, undefined))) return "fits";
    while (this.#choices.length > 0) {
      const choice = this.#choices.at(-1)!;
      this.#undo(choice);
      if (this.#isExhausted(choice)) {
        this.#choices.pop();
        continue;
      }
      if (this.nodes >= nodes || !this.#entries.reserve(2 * (choice.end - choice.start))) return "unknown";
      this.nodes++;
      if (this.#tryNext(choice)) return "fits";
    }
    return "never";
  }

  #isExhausted({ isFinal, next, end, ceiling }: Choice): boolean {
    return isFinal || next >= end || this.#entries.offsets[next]! >= ceiling;
  }

  /** Places the next entry and goes on to what it leaves, if that may fit; true when nothing is left anywhere. */
  #tryNext(choice: Choice): boolean {
    const entries = this.#entries;
    const { part } = choice;
    const entry = choice.next++;
    const rank = entries.ranks[entry]!;
    const offset = entries.offsets[entry]!;
    const id = part.members[rank]!;
    const separates = this.#state.take(id);
    this.#placed[this.#placedCount++] = id;
    this.offsets[id] = offset;
    if (!this.#state.mayFitAbove(id, offset + this.#packing.sizes[id]!, this.#capacity)) return false;
    const start = entries.top;
    choice.isFinal = !entries.pushWithout(entry, choice.start, choice.end, part.members, this.#packing);
    const end = entries.top;
    if (!this.#state.mayFit(entries, start, end, part.members, offset, this.#capacity)) return false;
    if (separates) return this.#begin(this.#separate(part, start, end, part.next));
    if (start === end) return this.#begin(part.next);
    this.#open(part, start, end, offset, rank);
    return false;
  }

  #separate({ members }: Part, start: number, end: number, next: Part | undefined): Part | undefined {
    const search = { packing: this.#packing, state: this.#state, entries: this.#entries, preorder: this.#preorder };
    return separate({ start, end, members }, next, this.#choices.length, search);
  }

  /** Turns to a part; true when there is none. What was chosen since it was separated belongs to parts now solved. */
  #begin(part: Part | undefined): boolean {
    if (!part) return true;
    this.#choices.length = part.depth;
    this.#entries.top = part.top;
    this.#open(part, part.start, part.end, -1, -1);
    return false;
  }

  /** The next choice; it comes behind the one of an offset and, of equal offsets, of a rank. */
  #open(part: Part, start: number, end: number, offset: number, rank: number): void {
    const { ranks, offsets } = this.#entries;
    let ceiling = Number.POSITIVE_INFINITY;
    let next = start;
    for (let entry = start; entry < end; entry++) {
      const at = offsets[entry]!;
      ceiling = Math.min(ceiling, at + this.#packing.sizes[part.members[ranks[entry]!]!]!);
      if (at < offset || (at === offset && ranks[entry]! < rank)) next = entry + 1;
    }
    this.#choices.push({ part, start, end, ceiling, placed: this.#placedCount, next, isFinal: false });
  }

  #undo({ part, end, placed }: Choice): void {
    while (this.#placedCount > placed) this.#state.giveBack(this.#placed[--this.#placedCount]!);
    this.#entries.top = Math.max(end, part.top);
  }
}
