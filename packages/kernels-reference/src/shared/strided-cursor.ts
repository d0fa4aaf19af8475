/** One dimension that a cursor walks: its extent, and how far a step goes in each of two tensors, in elements. */
export interface StridedDimension {
  readonly extent: number;
  readonly firstStep: number;
  readonly secondStep: number;
}

/** Elements between neighbours along each dimension of a dense tensor. */
export const stridesOf = (shape: readonly number[]): number[] =>
  shape.map((_, i) => shape.slice(i + 1).reduce((product, extent) => product * extent, 1));

/** Joins neighbouring dimensions that one longer dimension can stand for, and drops those of extent 1. */
export function fuseDimensions(dimensions: readonly StridedDimension[]): StridedDimension[] {
  const fused: StridedDimension[] = [];
  for (const inner of dimensions) {
    if (inner.extent === 1) continue;
    const outer = fused.at(-1);
    const { extent, firstStep, secondStep } = inner;
    if (outer && outer.firstStep === firstStep * extent && outer.secondStep === secondStep * extent)
      fused[fused.length - 1] = { extent: outer.extent * extent, firstStep, secondStep };
    else fused.push(inner);
  }
  return fused;
}

/**
 * Walks dimensions, the last one fastest, and keeps an offset into each of two tensors. Made in prepare, so that invoke
 * allocates nothing:
 *
 *     cursor.rewind();
 *     while (cursor.next()) { … cursor.first, cursor.second … }
 */
export class StridedCursor {
  /** Offsets of the current position. */
  first = 0;
  second = 0;

  readonly #extents: Int32Array;
  readonly #firstSteps: Int32Array;
  readonly #secondSteps: Int32Array;
  readonly #index: Int32Array;
  readonly #positions: number;
  #visited = 0;

  constructor(dimensions: readonly StridedDimension[]) {
    this.#extents = Int32Array.from(dimensions, ({ extent }) => extent);
    this.#firstSteps = Int32Array.from(dimensions, ({ firstStep }) => firstStep);
    this.#secondSteps = Int32Array.from(dimensions, ({ secondStep }) => secondStep);
    this.#index = new Int32Array(dimensions.length);
    this.#positions = dimensions.reduce((product, { extent }) => product * extent, 1);
  }

  /** Goes back before the first position. */
  rewind(): void {
    this.#index.fill(0);
    this.#visited = 0;
    this.first = 0;
    this.second = 0;
  }

  /** Goes to the next position; false behind the last. */
  next(): boolean {
    if (this.#visited === this.#positions) return false;
    if (this.#visited++ > 0) this.#advance();
    return true;
  }

  #advance(): void {
    for (let d = this.#extents.length - 1; d >= 0; d--) {
      const extent = this.#extents[d]!;
      const firstStep = this.#firstSteps[d]!;
      const secondStep = this.#secondSteps[d]!;
      this.first += firstStep;
      this.second += secondStep;
      if (++this.#index[d]! < extent) return;
      this.#index[d] = 0;
      this.first -= firstStep * extent;
      this.second -= secondStep * extent;
    }
  }
}
