import { type Kernel, type KernelNode, nodeError, type Operator } from "@thimble/core";
import { type Relations, relationOf } from "../arithmetic/relations.ts";
import { writeInt64 } from "../arithmetic/uint64.ts";
import { type AxisLayout, axisLayouts, layoutAt } from "./axis-layout.ts";
import { SUFFIXES } from "./elements.ts";

type Numbers = Float32Array | Int8Array;

export type ArgMinMaxKernel = Kernel<void, readonly AxisLayout[]>;

/** Position along the axis of the first element that none of the others beats. */
function bestPosition(input: Numbers, start: number, { extent, inner }: AxisLayout, beating: Relations): number {
  let best = 0;
  for (let i = 1; i < extent; i++) {
    const relation = relationOf(input[start + i * inner]!, input[start + best * inner]!);
    if ((relation & beating) !== 0) best = i;
  }
  return best;
}

/** The layout around the axis; the output must have an element for each of its positions. */
function layoutOf(node: KernelNode<void>, layouts: readonly AxisLayout[]): AxisLayout {
  const layout = layoutAt(node, layouts, node.input(1));
  const { size } = node.output(0);
  if (layout.outer * layout.inner !== size || (layout.extent === 0 && size > 0))
    throw nodeError(node, `output has ${size} elements, an axis computed at run time leaves another number`);
  return layout;
}

/** The kernel of ARG_MAX or ARG_MIN for one type, with int32 positions, or beyond TFLM int64 ones. */
export const argMinMaxKernel = (
  operator: Operator<void>,
  type: "float32" | "int8",
  positions: "int32" | "int64",
  beating: Relations,
): ArgMinMaxKernel => ({
  name: `${operator.name.toLowerCase()}_${SUFFIXES[type]}_${SUFFIXES[positions]}`,
  operator,
  types: `${type}, int32 -> ${positions}`,
  beyondTflm: positions === "int64",
  prepare: (node) => axisLayouts(node.input(0).shape),
  invoke(node, layouts) {
    const layout = layoutOf(node, layouts);
    const { extent, inner } = layout;
    const input = node.input(0).data as Numbers;
    const { bytes, data, size } = node.output(0);
    for (let out = 0; out < size; out++) {
      const offset = out % inner;
      const position = bestPosition(input, (out - offset) * extent + offset, layout, beating);
      if (positions === "int64") writeInt64(bytes, 8 * out, position);
      else data[out] = position;
    }
  },
});
