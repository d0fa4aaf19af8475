import type { TensorType } from "@thimble/schema";

/** The typed array through which a kernel sees elements of each type. Packed and opaque types are bytes. */
export interface DataTypes {
  float32: Float32Array;
  float64: Float64Array;
  float16: Uint16Array;
  bfloat16: Uint16Array;
  int64: BigInt64Array;
  uint64: BigUint64Array;
  int32: Int32Array;
  uint32: Uint32Array;
  int16: Int16Array;
  uint16: Uint16Array;
  int8: Int8Array;
  uint8: Uint8Array;
}

export type TypedArray = DataTypes[keyof DataTypes];

export type RegionType = TensorType;

/** The view's class for a type: `Int8Array` for `"int8"`, `Uint8Array` for whatever has no array of its own. */
export type DataOf<T extends RegionType> = T extends keyof DataTypes ? DataTypes[T] : Uint8Array;

type ArrayClass = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, address: number, length: number): TypedArray;
};

const CLASSES: { readonly [T in RegionType]?: ArrayClass } = {
  float32: Float32Array,
  float64: Float64Array,
  complex64: Float32Array,
  complex128: Float64Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  int32: Int32Array,
  uint32: Uint32Array,
  resource: Int32Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int8: Int8Array,
};

const classOf = (type: RegionType): ArrayClass => CLASSES[type] ?? Uint8Array;

/** Bytes that an address of this type must be a multiple of. */
export const alignmentOf = (type: RegionType): number => classOf(type).BYTES_PER_ELEMENT;

/** A typed view of `byteLength` bytes at `address`. */
export function dataView(type: RegionType, buffer: ArrayBuffer, address: number, byteLength: number): TypedArray {
  const View = classOf(type);
  return new View(buffer, address, Math.floor(byteLength / View.BYTES_PER_ELEMENT));
}

/**
 * A typed stretch of the memory with live views: what a pointer and a length are in C.
 *
 * Before it has an address (`-1`: a tensor that is not planned yet) its views are empty. The views are replaced when
 * the memory grows: read `bytes` or `data` where you use them and keep no copy.
 */
export class Region<T extends RegionType = RegionType> {
  readonly type: T;
  readonly byteLength: number;
  address = -1;
  bytes: Uint8Array = new Uint8Array(0);
  data: DataOf<T>;

  constructor(type: T, byteLength: number) {
    this.type = type;
    this.byteLength = byteLength;
    this.data = dataView(type, new ArrayBuffer(0), 0, 0) as DataOf<T>;
  }
}
