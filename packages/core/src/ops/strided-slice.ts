import type { KernelTensor } from "../kernel-tensor.ts";
import { defineOperator, type Operator } from "../operator.ts";
import { requireConstant, requireSameType, requireShape, requireSize, requireThat } from "./shared/require.ts";
import { resolveSlices, type Slice, type SliceEntries } from "./shared/strided-slice.ts";

export interface StridedSliceParams {
  /** For each dimension of the input, what is taken of it. */
  readonly slices: readonly Slice[];
  /** Whether TFLM takes the node too: an index for each dimension, no ellipsis, no new axis, no relative ends. */
  readonly isPlain: boolean;
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((extent, i) => extent === b[i]);

/** STRIDED_SLICE: every `strides`-th element from `begin` to before `end`, all constant, along each dimension. */
export const stridedSlice: Operator<StridedSliceParams> = defineOperator({
  name: "STRIDED_SLICE",
  maxVersion: 8,
  inputs: ["input", "begin", "end", "strides"],
  outputs: ["output"],
  options: "StridedSliceOptions",
  tflmLimits: { rank: 4 },
  check(node) {
    const { options } = node;
    const [input, begin, end, strides] = node.inputs as [KernelTensor, KernelTensor, KernelTensor, KernelTensor];
    const output = node.outputs[0]!;
    requireSameType(node, "output", output, input);
    for (const [name, tensor] of Object.entries({ begin, end, strides })) {
      requireConstant(node, name, tensor);
      requireSize(node, name, tensor, begin.size);
    }
    const numbers = (tensor: KernelTensor) => Array.from(tensor.data, Number);
    const entries: SliceEntries = { begin: numbers(begin), end: numbers(end), strides: numbers(strides), options };
    requireThat(!entries.strides.includes(0), node, () => "has a stride of 0");
    requireThat(
      Math.log2(options.ellipsisMask >>> 0) % 1 === 0 || options.ellipsisMask === 0,
      node,
      () => "has more than one ellipsis",
    );
    const absolute = resolveSlices(node, input.shape, entries, false);
    // TFLM takes ends for absolute whatever `offset` says: they are relative only where the shape needs it.
    const isRelative = options.offset && !sameShape(absolute.outputShape, output.shape);
    const { slices, outputShape } = isRelative ? resolveSlices(node, input.shape, entries, true) : absolute;
    requireShape(node, "output", output, outputShape);
    const usesMasks = options.ellipsisMask !== 0 || options.newAxisMask !== 0;
    return { slices, isPlain: !usesMasks && !isRelative && begin.size === input.shape.length };
  },
});
