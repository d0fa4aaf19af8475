import { distance, positionOf } from "@thimble/conformance";
import type { Tensor } from "@thimble/core";
import type { TensorDifference } from "./diff-report.ts";

/** Adds up how a tensor differs, input after input. */
export class DifferenceTally {
  /** The largest difference of each element. */
  readonly largest: Float64Array;
  /** The largest magnitude that was expected. */
  magnitude = 0;
  readonly #shape: readonly number[];
  #sum = 0;
  #count = 0;

  constructor(shape: readonly number[], size: number) {
    this.#shape = shape;
    this.largest = new Float64Array(size);
  }

  /** Takes in what the tensor is on either side. */
  add({ data: expected }: Tensor, { data: actual }: Tensor): void {
    this.#count++;
    for (let i = 0; i < expected.length; i++) {
      const wanted = Number(expected[i]);
      if (Number.isFinite(wanted)) this.magnitude = Math.max(this.magnitude, Math.abs(wanted));
      const difference = distance(expected[i]!, actual[i]!);
      this.#sum += Number.isFinite(difference) ? difference : 0;
      this.largest[i] = Math.max(this.largest[i]!, difference);
    }
  }

  get difference(): TensorDifference {
    let [differing, largest, at] = [0, 0, -1];
    this.largest.forEach((value, i) => {
      if (value === 0) return;
      differing++;
      if (value > largest) [largest, at] = [value, i];
    });
    const elements = this.largest.length;
    const mean = elements * this.#count === 0 ? 0 : this.#sum / (elements * this.#count);
    return { elements, differing, largest, mean, position: at < 0 ? null : positionOf(at, this.#shape) };
  }
}
