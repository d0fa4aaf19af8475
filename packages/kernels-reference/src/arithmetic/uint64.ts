const TWO_16 = 2 ** 16;
const TWO_32 = 2 ** 32;

/** The little-endian int32 at a byte. */
export const readInt32 = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);

/** The little-endian uint32 at a byte: half of a uint64, which no number could hold whole. */
export const readUint32 = (bytes: Uint8Array, at: number): number => readInt32(bytes, at) >>> 0;

/** Writes the low 32 bits of a value, little-endian. */
export function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}

/** Writes an integer of 64 bits, little-endian. */
export function writeInt64(bytes: Uint8Array, at: number, value: number): void {
  writeUint32(bytes, at, value);
  writeUint32(bytes, at + 4, Math.floor(value / TWO_32));
}

/**
 * The low 32 bits of (a × b + c × d) >> shift in wrapping uint64 arithmetic; a, b, c and d are uint32.
 *
 * b and d are split into halves of 16 bits, so that every sum stays under 2^50. The shift is taken modulo 64.
 */
export function shiftedSumOfProducts(a: number, b: number, c: number, d: number, shift: number): number {
  const low = a * (b & 0xffff) + c * (d & 0xffff);
  const high = a * (b >>> 16) + c * (d >>> 16);
  const middle = low + (high % TWO_16) * TWO_16;
  const carry = Math.floor(middle / TWO_32);
  const lower = middle - carry * TWO_32;
  const upper = (Math.floor(high / TWO_16) + carry) % TWO_32;
  const bits = shift & 63;
  if (bits === 0) return lower;
  return (bits < 32 ? (lower >>> bits) | (upper << (32 - bits)) : upper >>> (bits - 32)) >>> 0;
}
