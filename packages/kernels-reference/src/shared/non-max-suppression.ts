import type { PrepareHost, Region } from "@thimble/core";
import type { DetectionPostprocessParams } from "@thimble/core/custom";
import { argSortDescending } from "../arithmetic/arg-sort.ts";
import { boxOverlap } from "../arithmetic/box-overlap.ts";

/** Chooses boxes by their scores and drops those that overlap a better one. */
export class NonMaxSuppression {
  /** The scores to choose by, one a box: to be filled before {@link select}. */
  readonly scores: Region<"float32">;
  /** The chosen boxes, best first. */
  readonly selected: Region<"int32">;

  readonly #params: DetectionPostprocessParams;
  readonly #candidates: Region<"int32">;
  readonly #candidateScores: Region<"float32">;
  readonly #order: Region<"int32">;
  readonly #isDropped: Region<"uint8">;

  constructor(params: DetectionPostprocessParams, host: PrepareHost) {
    const { boxes } = params;
    this.#params = params;
    this.scores = host.requestScratch("float32", boxes);
    this.selected = host.requestScratch("int32", boxes);
    this.#candidates = host.requestScratch("int32", boxes);
    this.#candidateScores = host.requestScratch("float32", boxes);
    this.#order = host.requestScratch("int32", boxes);
    this.#isDropped = host.requestScratch("uint8", boxes);
  }

  /** Chooses at most `limit` of the boxes whose score reaches the threshold, and says how many. */
  select(boxes: Float32Array, limit: number): number {
    const candidates = this.#candidates.data;
    const order = this.#order.data;
    const isDropped = this.#isDropped.data;
    const selected = this.selected.data;
    const count = this.#collect();
    argSortDescending(this.#candidateScores.data, 0, count, order);
    isDropped.fill(0);
    let chosen = 0;
    for (let i = 0; i < count && chosen < limit; i++) {
      if (isDropped[i]) continue;
      const box = candidates[order[i]!]!;
      selected[chosen++] = box;
      for (let j = i + 1; j < count; j++)
        if (!isDropped[j] && boxOverlap(boxes, box, candidates[order[j]!]!) > this.#params.overlapThreshold)
          isDropped[j] = 1;
    }
    return chosen;
  }

  #collect(): number {
    const { boxes, scoreThreshold } = this.#params;
    const scores = this.scores.data;
    let count = 0;
    for (let box = 0; box < boxes; box++) {
      if (!(scores[box]! >= scoreThreshold)) continue;
      this.#candidates.data[count] = box;
      this.#candidateScores.data[count++] = scores[box]!;
    }
    return count;
  }
}
