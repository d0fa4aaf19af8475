/** Spreads int4 values, two a byte with the first in the low half, over int8. */
export function unpackInt4(packed: Uint8Array, unpacked: Int8Array): void {
  for (let i = 0; i < unpacked.length; i++) {
    const byte = packed[i >> 1]!;
    unpacked[i] = i & 1 ? (byte << 24) >> 28 : (byte << 28) >> 28;
  }
}
