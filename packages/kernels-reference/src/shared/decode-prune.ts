import type { KernelTensor } from "@thimble/core";
import { DECODE_TABLE_OFFSET, type DecodePrune } from "@thimble/core/custom";
import { copyBytes } from "./copy-bytes.ts";

/** Puts the next value where a bit is set, and a zero point where it is not; false if there are too few values. */
export function decodePrune(
  { channels }: DecodePrune,
  encoded: KernelTensor,
  ancillary: KernelTensor,
  output: Uint8Array,
  { size, quantization }: KernelTensor,
): boolean {
  const values = ancillary.bytes;
  const zeroPoints = quantization?.zeroPoint;
  const width = size === 0 ? 0 : output.length / size;
  const perChannel = size / channels.count;
  const isPerChannel = zeroPoints !== undefined && zeroPoints.length > 1;
  let next = DECODE_TABLE_OFFSET;
  for (let i = 0; i < size; i++) {
    if ((encoded.bytes[i >> 3]! >> (~i & 7)) & 1) {
      if (next + width > values.length) return false;
      copyBytes(values, next, width, output, i * width);
      next += width;
    } else {
      const channel = channels.isInterleaved ? i % channels.count : Math.floor(i / perChannel);
      const zeroPoint = zeroPoints?.[isPerChannel ? channel : 0] ?? 0;
      for (let byte = 0; byte < width; byte++) output[i * width + byte] = zeroPoint;
    }
  }
  return true;
}
