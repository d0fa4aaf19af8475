import type { KernelNode, ReduceParams } from "@thimble/core";
import { fuseDimensions, StridedCursor, type StridedDimension, stridesOf } from "./strided-cursor.ts";

/**
 * The way of a reduction over its input: `kept.first` is the first element that makes up the next output, `reduced.first`
 * the distance of the others from it.
 */
export interface Reduction {
  readonly kept: StridedCursor;
  readonly reduced: StridedCursor;
  /** Elements that make up one output. */
  readonly count: number;
}

/** Two positions that TFLM keeps while it reduces, and before them its sums of quantized elements. */
export const tflmReduction = (node: KernelNode<ReduceParams>): readonly number[] => [
  4 * node.input(0).shape.length,
  4 * node.input(1).size,
];

export const tflmSumReduction = (node: KernelNode<ReduceParams>): readonly number[] => [
  4 * node.output(0).size,
  ...tflmReduction(node),
];

export function prepareReduction(node: KernelNode<ReduceParams>): Reduction {
  const { shape } = node.input(0);
  const steps = stridesOf(shape);
  const dimensionsWhere = (reduced: boolean): StridedDimension[] =>
    shape.flatMap((extent, i) =>
      node.params.reduced[i] === reduced ? [{ extent, firstStep: steps[i]!, secondStep: 0 }] : [],
    );
  const reduced = dimensionsWhere(true);
  return {
    kept: new StridedCursor(fuseDimensions(dimensionsWhere(false))),
    reduced: new StridedCursor(fuseDimensions(reduced)),
    count: reduced.reduce((product, { extent }) => product * extent, 1),
  };
}
