import { decodeUtf8 } from "@thimble/schema";

/** The NUL-terminated text at an address, or `undefined`: beyond the memory, or longer than `most` bytes. */
export function readCString(buffer: ArrayBuffer, address: number, most: number): string | undefined {
  if (address === 0 || address >= buffer.byteLength) return undefined;
  const bytes = new Uint8Array(buffer, address, Math.min(most + 1, buffer.byteLength - address));
  const end = bytes.indexOf(0);
  return end < 0 ? undefined : decodeUtf8(bytes.subarray(0, end));
}
