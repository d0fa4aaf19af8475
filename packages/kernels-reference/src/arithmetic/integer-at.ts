import { readInt32 } from "./uint64.ts";

const TWO_32 = 2 ** 32;

/**
 * Element i of a tensor of int16, int32 or int64, exact up to 2^53. It is put together from the bytes, because a
 * BigInt64Array makes a bigint for each element that is read.
 */
export function integerAt(bytes: Uint8Array, bytesPerElement: number, i: number): number {
  const at = i * bytesPerElement;
  if (bytesPerElement === 2) return ((bytes[at]! | (bytes[at + 1]! << 8)) << 16) >> 16;
  const low = readInt32(bytes, at);
  return bytesPerElement === 4 ? low : readInt32(bytes, at + 4) * TWO_32 + (low >>> 0);
}
