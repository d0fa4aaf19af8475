/** σ(argument), 2^12 × 3 for 1, in units of 2^-15: interpolated at steps of 2^9, mirrored for negatives. */
export function sigmoidAt(table: Uint16Array, argument: number): number {
  const magnitude = Math.abs(argument);
  const index = magnitude >>> 9;
  let result = 0x7fff << 10;
  if (index < 255) {
    const start = table[index]!;
    result = (start << 9) + (magnitude & 0x1ff) * (table[index + 1]! - start);
  }
  const rounded = argument >= 0 ? result + (1 << 9) : (1 << 25) - result + (1 << 9) - 1;
  return rounded >>> 10;
}

/** tanh x = 2σ(2x) − 1 in units of 2^-15: σ interpolated at steps of 2^8, mirrored for negatives. */
export function tanhAt(table: Uint16Array, argument: number): number {
  const magnitude = Math.abs(argument);
  const index = magnitude >>> 8;
  let sigmoid = 0xffff << 8;
  if (index < 255) {
    const start = table[index]!;
    sigmoid = (start << 8) + (magnitude & 0xff) * (table[index + 1]! - start);
  }
  const centered = sigmoid - (1 << 23);
  const rounded = argument >= 0 ? centered + (1 << 7) : -centered + (1 << 7) - 1;
  return rounded >> 8;
}
