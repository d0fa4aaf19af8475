import { type BatchMatmulParams, batchMatmul, type Kernel } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier64 } from "./arithmetic/requantize.ts";
import { prepareQuantizedMatrices, type QuantizedMatrices } from "./shared/matmul-quantization.ts";

/** int16 matrix products, requantized; zero points are 0, and a double holds every sum that TFLM's 64 bits do. */
export const batchMatmulS16: Kernel<BatchMatmulParams, QuantizedMatrices> = {
  name: "batch_matmul_s16",
  operator: batchMatmul,
  types: "int16, int16 -> int16",
  prepare: prepareQuantizedMatrices,
  invoke(node, { matrices, factor }) {
    const { pairs, rows, columns, depth, xAcross, xDown, yAcross, yDown } = matrices;
    const x = node.input(0).data as Int16Array;
    const y = node.input(1).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    let out = 0;
    pairs.rewind();
    while (pairs.next()) {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const a = pairs.first + row * xDown;
          const b = pairs.second + column * yAcross;
          let sum = 0;
          for (let k = 0; k < depth; k++) sum += x[a + k * xAcross]! * y[b + k * yDown]!;
          output[out++] = clamp(multiplyByQuantizedMultiplier64(sum, factor.multiplier, factor.shift), -32768, 32767);
        }
      }
    }
  },
};
