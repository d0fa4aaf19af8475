import type { KernelTensor } from "@thimble/core";
import { DECODE_TABLE_OFFSET, type DecodeHuffman } from "@thimble/core/custom";
import { readBits } from "../arithmetic/bit-stream.ts";
import { readUint32 } from "../arithmetic/uint64.ts";

/** Fields of a table entry, from the lowest bit on: a value, a number of bits, and whether the value is a symbol. */
interface EntryLayout {
  readonly bytes: number;
  readonly valueBits: number;
}

const NARROW: EntryLayout = { bytes: 2, valueBits: 11 };
const WIDE: EntryLayout = { bytes: 4, valueBits: 27 };

/** An entry of the tables; −1 behind their end. */
function readEntry(tables: Uint8Array, index: number, { bytes }: EntryLayout): number {
  const at = DECODE_TABLE_OFFSET + index * bytes;
  if (at + bytes > tables.length) return -1;
  return bytes === 4 ? readUint32(tables, at) : tables[at]! | (tables[at + 1]! << 8);
}

/**
 * Decodes code words one after the other; false if they end too early or lead out of the tables.
 *
 * The first bits index the first table. An entry is a symbol, and says how many of the bits read last belong to it, or
 * it says how many bits to read for an index into the table that lies so many entries further on.
 */
export function decodeHuffman(
  { initialBits, isWide }: DecodeHuffman,
  encoded: KernelTensor,
  ancillary: KernelTensor,
  output: Uint8Array,
  size: number,
): boolean {
  const layout = isWide ? WIDE : NARROW;
  const symbolFlag = 2 ** (layout.valueBits + 4);
  const width = size === 0 ? 0 : output.length / size;
  const end = 8 * encoded.bytes.length;
  let at = 0;
  for (let i = 0; i < size; i++) {
    let bits = initialBits;
    let index = readBits(encoded.bytes, at, bits);
    let entry = readEntry(ancillary.bytes, index, layout);
    at += bits;
    while (entry >= 0 && entry < symbolFlag && at <= end) {
      bits = ((entry >>> layout.valueBits) & 0xf) + 1;
      index += (entry & (2 ** layout.valueBits - 1)) + readBits(encoded.bytes, at, bits);
      entry = readEntry(ancillary.bytes, index, layout);
      at += bits;
    }
    at -= Math.max(0, bits - ((entry >>> layout.valueBits) & 0xf));
    if (entry < symbolFlag || at > end) return false;
    for (let byte = 0; byte < width; byte++) output[i * width + byte] = entry >>> (8 * byte);
  }
  return true;
}
