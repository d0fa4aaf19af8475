/** A file of FlatBuffers tables: its bytes, and the same bytes to read numbers from. */
export interface FlatFile {
  readonly bytes: Uint8Array;
  readonly data: DataView;
}

/** A file over bytes that are not copied. */
export function flatFile(bytes: Uint8Array): FlatFile {
  return { bytes, data: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** The position that the offset stored at a position points to. */
export function follow(file: FlatFile, at: number): number {
  return at + file.data.getUint32(at, true);
}

/** The position of a table's field, or 0 when the table does not have it. */
export function fieldPosition(file: FlatFile, table: number, slot: number): number {
  const vtable = table - file.data.getInt32(table, true);
  const entry = 4 + 2 * slot;
  if (entry + 2 > file.data.getUint16(vtable, true)) return 0;
  const offset = file.data.getUint16(vtable + entry, true);
  return offset === 0 ? 0 : table + offset;
}

/** The bytes of the vector at a position whose elements take one byte each. */
export function byteVector(file: FlatFile, at: number): Uint8Array {
  const start = at + 4;
  return file.bytes.subarray(start, start + file.data.getUint32(at, true));
}
