/** A number, boolean or bigint that is stored in place. */
export interface Scalar {
  /** Bytes it takes. */
  readonly size: number;
  /** The value stored at a position. */
  read(data: DataView, at: number): number | boolean | bigint;
}

/** The TypeScript type each scalar reads as. */
export interface ScalarTypes {
  bool: boolean;
  int8: number;
  uint8: number;
  uint16: number;
  int32: number;
  uint32: number;
  /** A 64-bit integer that is an index, a size or the like: the verifier refuses values no `number` holds exactly. */
  int64: number;
  uint64: number;
  /** A 64-bit integer that is arbitrary data. */
  bigint64: bigint;
  float32: number;
}

export type ScalarName = keyof ScalarTypes;

/** Two words as one number. What one word holds stays an integer to the engine, and so does all that follows from it. */
const joined = (high: number, low: number): number => (high === low >> 31 ? low : high * 2 ** 32 + (low >>> 0));

/** How to read each scalar. */
export const scalars: Readonly<Record<ScalarName, Scalar>> = {
  bool: { size: 1, read: (data, at) => data.getUint8(at) !== 0 },
  int8: { size: 1, read: (data, at) => data.getInt8(at) },
  uint8: { size: 1, read: (data, at) => data.getUint8(at) },
  uint16: { size: 2, read: (data, at) => data.getUint16(at, true) },
  int32: { size: 4, read: (data, at) => data.getInt32(at, true) },
  uint32: { size: 4, read: (data, at) => data.getUint32(at, true) },
  int64: { size: 8, read: (data, at) => joined(data.getInt32(at + 4, true), data.getInt32(at, true)) },
  uint64: { size: 8, read: (data, at) => joined(data.getUint32(at + 4, true), data.getInt32(at, true)) },
  bigint64: { size: 8, read: (data, at) => data.getBigInt64(at, true) },
  float32: { size: 4, read: (data, at) => data.getFloat32(at, true) },
};
