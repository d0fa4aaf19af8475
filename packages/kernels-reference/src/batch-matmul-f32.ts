import { type BatchMatmulParams, batchMatmul, type Kernel } from "@thimble/core";
import { type Matrices, prepareMatrices } from "./shared/matrices.ts";

/** float32 matrix products; each sum is kept in a double and rounded once. */
export const batchMatmulF32: Kernel<BatchMatmulParams, Matrices> = {
  name: "batch_matmul_f32",
  operator: batchMatmul,
  types: "float32, float32 -> float32",
  prepare: prepareMatrices,
  invoke(node, { pairs, rows, columns, depth, xAcross, xDown, yAcross, yDown }) {
    const x = node.input(0).data as Float32Array;
    const y = node.input(1).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    let out = 0;
    pairs.rewind();
    while (pairs.next()) {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const a = pairs.first + row * xDown;
          const b = pairs.second + column * yAcross;
          let sum = 0;
          for (let k = 0; k < depth; k++) sum += x[a + k * xAcross]! * y[b + k * yDown]!;
          output[out++] = sum;
        }
      }
    }
  },
};
