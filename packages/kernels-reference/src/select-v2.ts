import { type AnyKernel, type Kernel, type KernelNode, selectV2 } from "@thimble/core";
import { broadcastExtents, broadcastSteps } from "./shared/broadcast.ts";
import type { Elements } from "./shared/elements.ts";
import { StridedCursor } from "./shared/strided-cursor.ts";

const TYPES = "float32|int8|int16";

/** The way over the output: `choices` leads over x (first) and y (second), `conditions.first` over the condition. */
interface Selection {
  readonly conditions: StridedCursor;
  readonly choices: StridedCursor;
}

function prepareSelection(node: KernelNode<void>): Selection {
  const shapes = [node.input(0).shape, node.input(1).shape, node.input(2).shape];
  const extents = broadcastExtents(...shapes);
  const [condition, x, y] = shapes.map((shape) => broadcastSteps(shape, extents));
  return {
    conditions: new StridedCursor(extents.map((extent, i) => ({ extent, firstStep: condition![i]!, secondStep: 0 }))),
    choices: new StridedCursor(extents.map((extent, i) => ({ extent, firstStep: x![i]!, secondStep: y![i]! }))),
  };
}

/** x where the condition is not 0, y elsewhere. */
export const selectV2Any: Kernel<void, Selection> = {
  name: "select_v2_any",
  operator: selectV2,
  types: `bool, ${TYPES}, ${TYPES} -> ${TYPES}`,
  inPlace: [1, 2],
  prepare: prepareSelection,
  invoke(node, { conditions, choices }) {
    const condition = node.input(0).data as Uint8Array;
    const x = node.input(1).data as unknown as Elements;
    const y = node.input(2).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
    conditions.rewind();
    choices.rewind();
    for (let out = 0; conditions.next() && choices.next(); out++)
      output[out] = condition[conditions.first] ? x[choices.first]! : y[choices.second]!;
  },
};

/** SELECT_V2 in every type. */
export const selectV2Kernels: readonly AnyKernel[] = [selectV2Any];
