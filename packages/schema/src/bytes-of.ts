const BUFFERS: readonly string[] = ["[object ArrayBuffer]", "[object SharedArrayBuffer]"];

/** The bytes behind a buffer or any view of one, of whatever realm; `undefined` for anything else. Nothing is copied. */
export function bytesOf(source: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (BUFFERS.includes(Object.prototype.toString.call(source))) return new Uint8Array(source as ArrayBuffer);
  return undefined;
}
