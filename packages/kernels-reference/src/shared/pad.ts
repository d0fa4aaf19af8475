import type { KernelNode, PadParams } from "@thimble/core";
import { copyBytes } from "./copy-bytes.ts";
import { fuseDimensions, StridedCursor, stridesOf } from "./strided-cursor.ts";

/** The way over the input's rows, in bytes: `first` in the input, `second` in the output without the padding in front. */
export interface PadLayout {
  readonly rows: StridedCursor;
  readonly rowBytes: number;
  /** Byte of the output where the input's first element goes. */
  readonly start: number;
}

export function preparePad(node: KernelNode<PadParams>): PadLayout {
  const { shape, byteLength, size } = node.input(0);
  const elementBytes = size === 0 ? 0 : byteLength / size;
  const inputSteps = stridesOf(shape);
  const outputSteps = stridesOf(node.output(0).shape);
  const dimensions = fuseDimensions(
    shape.map((extent, i) => ({
      extent,
      firstStep: inputSteps[i]! * elementBytes,
      secondStep: outputSteps[i]! * elementBytes,
    })),
  );
  const innermost = dimensions.at(-1);
  const isRun = innermost?.secondStep === elementBytes;
  return {
    rows: new StridedCursor(isRun ? dimensions.slice(0, -1) : dimensions),
    rowBytes: isRun ? innermost.extent * elementBytes : elementBytes,
    start: node.params.before.reduce((sum, before, i) => sum + before * outputSteps[i]! * elementBytes, 0),
  };
}

/** Copies the input's rows to their places in an output that holds the padding everywhere. */
export function copyRows(node: KernelNode, { rows, rowBytes, start }: PadLayout): void {
  const input = node.input(0).bytes;
  const output = node.output(0).bytes;
  rows.rewind();
  while (rows.next()) copyBytes(input, rows.first, rowBytes, output, start + rows.second);
}
