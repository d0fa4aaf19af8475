import type { KernelTensor } from "@thimble/core";
import { DECODE_TABLE_OFFSET, type DecodeLut } from "@thimble/core/custom";
import { readBits } from "../arithmetic/bit-stream.ts";
import { copyBytes } from "./copy-bytes.ts";

/** Looks up each element by its index in the table of its channel; false if a table has no such entry. */
export function decodeLut(
  { bits, stride, channels }: DecodeLut,
  encoded: KernelTensor,
  ancillary: KernelTensor,
  output: Uint8Array,
  size: number,
): boolean {
  const tables = ancillary.bytes;
  const width = size === 0 ? 0 : output.length / size;
  const perChannel = size / channels.count;
  for (let i = 0; i < size; i++) {
    const channel = channels.isInterleaved ? i % channels.count : Math.floor(i / perChannel);
    const entry = channel * stride + readBits(encoded.bytes, i * bits, bits);
    const at = DECODE_TABLE_OFFSET + entry * width;
    if (at + width > tables.length) return false;
    copyBytes(tables, at, width, output, i * width);
  }
  return true;
}
