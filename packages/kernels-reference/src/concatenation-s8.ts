import {
  type ConcatenationParams,
  concatenation,
  type Kernel,
  type KernelNode,
  type KernelTensor,
  type PrepareHost,
  type Region,
} from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { roundHalfAwayFromZero } from "./arithmetic/round.ts";
import { axisLayout } from "./shared/axis-layout.ts";
import { prepareTableS8 } from "./shared/table-s8.ts";

const { fround } = Math;

interface ConcatenationS8 {
  /** For each input, the stored output for each stored input. */
  readonly tables: readonly Region<"int8">[];
  readonly positions: number;
}

/** What brings an input to the output's scale, in float32 as TFLite's `ConcatenationWithScaling` does for uint8. */
function requantizing(input: KernelTensor, output: KernelTensor): (stored: number) => number {
  const scale = fround(input.scale * fround(1 / output.scale));
  const bias = fround(-input.zeroPoint * scale);
  return (stored) => clamp(roundHalfAwayFromZero(fround(fround(stored * scale) + bias)) + output.zeroPoint, -128, 127);
}

function prepareConcatenation(node: KernelNode<ConcatenationParams>, host: PrepareHost): ConcatenationS8 {
  const output = node.output(0);
  return {
    tables: node.inputs.map((input) => prepareTableS8(host, requantizing(input!, output))),
    positions: axisLayout(output.shape, node.params.axis).outer,
  };
}

/** As concatenation_any, each int8 input brought to the output's scale on the way. */
export const concatenationS8: Kernel<ConcatenationParams, ConcatenationS8> = {
  name: "concatenation_s8",
  operator: concatenation,
  types: "int8... -> int8",
  beyondTflm: true,
  prepare: prepareConcatenation,
  invoke(node, { tables, positions }) {
    const output = node.output(0).data as Int8Array;
    let out = 0;
    for (let position = 0; position < positions; position++) {
      for (let i = 0; i < tables.length; i++) {
        const table = tables[i]!.data;
        const input = node.input(i).bytes;
        const length = input.length / positions;
        for (let k = 0; k < length; k++) output[out++] = table[input[position * length + k]!]!;
      }
    }
  },
};
