import type { KernelNode, Window } from "@thimble/core";

interface Windows {
  readonly height: Window;
  readonly width: Window;
}

/**
 * The most by which outputs up to a position, `step` bytes each, go beyond the begin of its window, `pixel` bytes for
 * each of the input's positions: at the last position whose window begins outside the input, the next, or the last.
 */
function mostAhead({ stride, padBefore, positions }: Window, step: number, pixel: number): number {
  const last = positions - 1;
  const corner = Math.floor(padBefore / stride);
  const candidates = [Math.min(corner, last), Math.min(corner + 1, last), last];
  return Math.max(
    ...candidates.map((position) => position * step - Math.max(0, position * stride - padBefore) * pixel),
  );
}

/**
 * The lead of a kernel that makes the pixels of its output [N, OH, OW, OC] one after the other, each from a window of
 * its input [N, H, W, C], and reads nothing else of it:
 *
 *     max over pixels of (end of the pixel − begin of its window's first row inside the input), in bytes
 */
export function windowLead({ params, inputs, outputs }: KernelNode<Windows>, position: number): number | undefined {
  const [input, output] = [inputs[0], outputs[0]];
  if (position !== 0 || !input?.size || !output?.size) return undefined;
  const { height: rows, width: columns } = params;
  const [batches, height, width] = input.shape as [number, number, number, number];
  const [inputBatch, outputBatch] = [input.byteLength / batches, output.byteLength / batches];
  const inputPixel = inputBatch / (height * width);
  const outputPixel = outputBatch / (rows.positions * columns.positions);
  const above = mostAhead(rows, columns.positions * outputPixel, width * inputPixel);
  const beside = mostAhead(columns, outputPixel, inputPixel);
  return Math.max(0, (batches - 1) * (outputBatch - inputBatch)) + above + beside + outputPixel;
}
