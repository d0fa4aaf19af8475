import type { KernelNode } from "@thimble/core";
import { roundHalfAwayFromZero } from "../arithmetic/round.ts";
import type { Interpolation } from "./interpolation.ts";

/** How each row and column of the output lies in the input; the distances of a pixel's corners are `unit` apart. */
export interface BilinearLayout {
  readonly rows: Interpolation;
  readonly columns: Interpolation;
  readonly unit: number;
}

type Pixels = Float32Array | Int8Array;

/** [invoke] Stores, for each pixel, the mean of the four around it, weighted by their nearness; half away from zero. */
export function blendPixels(node: KernelNode, layout: BilinearLayout, rounds: boolean): void {
  const { rows, columns, unit } = layout;
  const { shape } = node.input(0);
  const batches = shape[0]!;
  const height = shape[1]!;
  const width = shape[2]!;
  const depth = shape[3]!;
  const input = node.input(0).data as Pixels;
  const output = node.output(0).data as Pixels;
  let out = 0;
  for (let batch = 0; batch < batches; batch++) {
    for (let y = 0; y < rows.lower.data.length; y++) {
      const upperRow = (batch * height + rows.lower.data[y]!) * width;
      const lowerRow = (batch * height + rows.upper.data[y]!) * width;
      const down = rows.distance.data[y]!;
      for (let x = 0; x < columns.lower.data.length; x++) {
        const left = columns.lower.data[x]!;
        const right = columns.upper.data[x]!;
        const across = columns.distance.data[x]!;
        for (let channel = 0; channel < depth; channel++) {
          const upperLeft = input[(upperRow + left) * depth + channel]!;
          const upperRight = input[(upperRow + right) * depth + channel]!;
          const lowerLeft = input[(lowerRow + left) * depth + channel]!;
          const lowerRight = input[(lowerRow + right) * depth + channel]!;
          const upper = upperLeft * (unit - across) + upperRight * across;
          const lower = lowerLeft * (unit - across) + lowerRight * across;
          const mean = (upper * (unit - down) + lower * down) / (unit * unit);
          output[out++] = rounds ? roundHalfAwayFromZero(mean) : mean;
        }
      }
    }
  }
}
