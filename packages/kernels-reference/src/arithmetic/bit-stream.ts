/** `count` bits, at most 24, from bit `at` on; the upper bit of a byte comes first. Behind the end there are zeros. */
export function readBits(bytes: Uint8Array, at: number, count: number): number {
  const first = at >>> 3;
  let window = 0;
  for (let i = 0; i < 4; i++) window = (window << 8) | (first + i < bytes.length ? bytes[first + i]! : 0);
  return (window << (at & 7)) >>> (32 - count);
}
