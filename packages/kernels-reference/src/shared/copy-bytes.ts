/** Copies bytes from one view to another without making a view of the part. */
export function copyBytes(from: Uint8Array, start: number, length: number, to: Uint8Array, at: number): void {
  for (let i = 0; i < length; i++) to[at + i] = from[start + i]!;
}
