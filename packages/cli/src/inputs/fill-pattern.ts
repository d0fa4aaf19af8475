import type { Tensor } from "@thimble/core";

/** Byte `i` of the pattern. */
const patternByte = (i: number): number => (i * 31 + 7) & 255;

/** Sets an input, for want of another, to the same values on every machine: bytes, or floats in [-1, 1). */
export function fillPattern({ type, data, bytes }: Tensor): void {
  if (type === "float32" || type === "float64")
    for (let i = 0; i < data.length; i++) data[i] = patternByte(i) / 128 - 1;
  else if (type === "bool") for (let i = 0; i < bytes.length; i++) bytes[i] = patternByte(i) & 1;
  else for (let i = 0; i < bytes.length; i++) bytes[i] = patternByte(i);
}
