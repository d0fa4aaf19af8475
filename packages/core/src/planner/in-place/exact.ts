import { heightOf, type Packing, packingOf } from "../packing.ts";
import { BUFFER_ALIGNMENT, type Overlap, type PlanBuffer } from "../plan.ts";
import { savedBy } from "./bound.ts";
import { type Neighbour, neighboursOf } from "./neighbours.ts";

/** What a search came to: offsets that fit, or whether there are none. */
export type Fit = { readonly offsets: readonly number[]; readonly size: number } | "never" | "unknown";

/** A step, the buffers in use at it, and what each output that begins there shares with its inputs at most. */
interface Step {
  readonly live: readonly number[];
  readonly saved: ReadonlyMap<number, number>;
}

/**
 * Looks for a placement of buffers within a capacity, by going through all in which nothing can be moved
 * down: buffers are placed in the order of their offsets, each at the lowest that those before it leave above them.
 *
 * A buffer is not placed where another would fit below it (MiniMalloc's dominance), nor while one has no room left. An
 * output that may only begin where its input does may begin before it, here: a placement can be too good, but that there
 * is none holds.
 */
export class ExactFit {
  readonly #neighbours: readonly (readonly Neighbour[])[];
  readonly #steps: readonly Step[];
  readonly #capacity: number;
  readonly #packing: Packing;
  readonly #offsets: Float64Array;
  /** The lowest offset that the placed buffers leave to each of the others. */
  readonly #floors: number[];
  #left: number;
  readonly #nodes: number;

  constructor(buffers: readonly PlanBuffer[], overlaps: readonly Overlap[], capacity: number, nodes: number) {
    const loose = overlaps.map((overlap) => ({ ...overlap, isExact: false }));
    this.#neighbours = neighboursOf(buffers, loose);
    this.#steps = stepsOf(buffers, savedBy(buffers, loose));
    this.#capacity = capacity;
    this.#packing = packingOf(buffers, BUFFER_ALIGNMENT);
    this.#offsets = new Float64Array(buffers.length).fill(-1);
    this.#floors = buffers.map(() => 0);
    this.#nodes = nodes;
    this.#left = nodes;
  }

  /** Nodes that were visited. */
  get used(): number {
    return this.#nodes - this.#left;
  }

  run(): Fit {
    const all = [...this.#offsets.keys()];
    if (this.#place(all, 0)) return { offsets: [...this.#offsets], size: heightOf(this.#packing, this.#offsets) };
    return this.#left > 0 ? "never" : "unknown";
  }

  #place(open: readonly number[], floor: number): boolean {
    if (open.length === 0) return true;
    if (--this.#left <= 0 || !this.#steps.every((step) => this.#hasRoom(step))) return false;
    const lowestTop = Math.min(...open.map((index) => this.#floors[index]! + this.#packing.sizes[index]!));
    const candidates = open
      .filter((index) => this.#floors[index]! >= floor && this.#floors[index]! < lowestTop)
      .sort((a, b) => this.#floors[a]! - this.#floors[b]! || this.#packing.sizes[b]! - this.#packing.sizes[a]!);
    return candidates.some((index) => this.#placeNext(index, open));
  }

  /** Whether what is not placed yet fits above the placed buffers, as far as its bytes at one step tell. */
  #hasRoom({ live, saved }: Step): boolean {
    let bytes = 0;
    let floor = Number.POSITIVE_INFINITY;
    for (const index of live) {
      if (this.#offsets[index]! >= 0) continue;
      bytes += this.#packing.sizes[index]! - (saved.get(index) ?? 0);
      floor = Math.min(floor, this.#floors[index]!);
    }
    return bytes === 0 || floor + bytes <= this.#capacity;
  }

  #placeNext(index: number, open: readonly number[]): boolean {
    const offset = this.#floors[index]!;
    const raised: [number, number][] = [];
    this.#offsets[index] = offset;
    for (const { other, below } of this.#neighbours[index]!) {
      if (this.#offsets[other]! >= 0 || this.#floors[other]! >= offset + below) continue;
      raised.push([other, this.#floors[other]!]);
      this.#floors[other] = offset + below;
    }
    const rest = open.filter((other) => other !== index);
    if (this.#place(rest, offset)) return true;
    for (const [other, before] of raised.reverse()) this.#floors[other] = before;
    this.#offsets[index] = -1;
    return false;
  }
}

function stepsOf(buffers: readonly PlanBuffer[], saved: ReadonlyMap<number, number>): readonly Step[] {
  const steps = new Set(buffers.flatMap(({ firstUse, lastUse }) => [firstUse, lastUse]));
  return [...steps].map((step) => ({
    live: [...buffers.keys()].filter((index) => buffers[index]!.firstUse <= step && step <= buffers[index]!.lastUse),
    saved: new Map([...saved].filter(([output]) => buffers[output]!.firstUse === step)),
  }));
}
