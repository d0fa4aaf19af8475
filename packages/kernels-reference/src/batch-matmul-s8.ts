import { type BatchMatmulParams, batchMatmul, type Kernel } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";
import { prepareQuantizedMatrices, type QuantizedMatrices } from "./shared/matmul-quantization.ts";

/** int8 matrix products, requantized; the sums have 32 bits. */
export const batchMatmulS8: Kernel<BatchMatmulParams, QuantizedMatrices> = {
  name: "batch_matmul_s8",
  operator: batchMatmul,
  types: "int8, int8 -> int8",
  prepare: prepareQuantizedMatrices,
  invoke(node, { matrices, xOffset, yOffset, outputOffset, factor }) {
    const { pairs, rows, columns, depth, xAcross, xDown, yAcross, yDown } = matrices;
    const x = node.input(0).data as Int8Array;
    const y = node.input(1).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    let out = 0;
    pairs.rewind();
    while (pairs.next()) {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const a = pairs.first + row * xDown;
          const b = pairs.second + column * yAcross;
          let sum = 0;
          for (let k = 0; k < depth; k++)
            sum = (sum + (x[a + k * xAcross]! + xOffset) * (y[b + k * yDown]! + yOffset)) | 0;
          const stored = multiplyByQuantizedMultiplier(sum, factor.multiplier, factor.shift) + outputOffset;
          output[out++] = clamp(stored, -128, 127);
        }
      }
    }
  },
};
