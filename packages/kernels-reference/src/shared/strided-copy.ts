import type { KernelTensor } from "@thimble/core";
import { copyBytes } from "./copy-bytes.ts";
import { fuseDimensions, StridedCursor } from "./strided-cursor.ts";

/** The way over a tensor's elements, in bytes, in the order in which another one holds them densely. */
export interface StridedCopy {
  readonly runs: StridedCursor;
  readonly runBytes: number;
}

/** Bytes of one element; 0 of an empty tensor. */
export const elementBytesOf = ({ byteLength, size }: KernelTensor): number => (size === 0 ? 0 : byteLength / size);

/**
 * Lays out a copy: the output's extents, and for each the elements by which the source goes on. Elements that follow
 * each other in both are copied as one run.
 */
export function prepareStridedCopy(
  extents: readonly number[],
  steps: readonly number[],
  elementBytes: number,
): StridedCopy {
  const dimensions = fuseDimensions(
    extents.map((extent, i) => ({ extent, firstStep: steps[i]! * elementBytes, secondStep: 0 })),
  );
  const innermost = dimensions.at(-1);
  const isRun = innermost !== undefined && innermost.firstStep === elementBytes;
  return {
    runs: new StridedCursor(isRun ? dimensions.slice(0, -1) : dimensions),
    runBytes: isRun ? innermost.extent * elementBytes : elementBytes,
  };
}

/** [invoke] Copies the source's elements from byte `start` on to `output`, one behind the other. */
export function copyStrided(
  { runs, runBytes }: StridedCopy,
  source: Uint8Array,
  start: number,
  output: Uint8Array,
): void {
  let out = 0;
  runs.rewind();
  while (runs.next()) {
    copyBytes(source, start + runs.first, runBytes, output, out);
    out += runBytes;
  }
}
