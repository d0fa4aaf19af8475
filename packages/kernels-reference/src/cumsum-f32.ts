import { type CumsumParams, cumsum, type Kernel } from "@thimble/core";
import { type AxisLayout, axisLayouts, layoutAt } from "./shared/axis-layout.ts";

/** float32 running sums, each kept in a double and rounded once. */
export const cumsumF32: Kernel<CumsumParams, readonly AxisLayout[]> = {
  name: "cumsum_f32",
  operator: cumsum,
  types: "float32, int32 -> float32",
  prepare: (node) => axisLayouts(node.input(0).shape),
  invoke(node, layouts) {
    const { exclusive, reverse } = node.params;
    const { outer, extent, inner } = layoutAt(node, layouts, node.input(1));
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let line = 0; line < outer * inner; line++) {
      const offset = line % inner;
      const start = (line - offset) * extent + offset;
      let sum = 0;
      for (let i = 0; i < extent; i++) {
        const at = start + (reverse ? extent - 1 - i : i) * inner;
        const before = sum;
        sum += input[at]!;
        output[at] = exclusive ? before : sum;
      }
    }
  },
};
