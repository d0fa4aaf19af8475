import type { Builder } from "flatbuffers";
import type { ScalarName } from "./tables/scalars.ts";

/** A value as it is stored in place; a boolean and an enum's value as numbers. */
export type StoredScalar = number | bigint;

/** What is stored in place: a scalar, or the offset of what was written before. */
export type StoredKind = ScalarName | "offset";

/** How to write each of them with a builder. */
export const addStored: Readonly<Record<StoredKind, (builder: Builder, value: StoredScalar) => void>> = {
  bool: (builder, value) => builder.addInt8(Number(value)),
  int8: (builder, value) => builder.addInt8(Number(value)),
  uint8: (builder, value) => builder.addInt8(Number(value)),
  uint16: (builder, value) => builder.addInt16(Number(value)),
  int32: (builder, value) => builder.addInt32(Number(value)),
  uint32: (builder, value) => builder.addInt32(Number(value)),
  int64: (builder, value) => builder.addInt64(BigInt(value)),
  uint64: (builder, value) => builder.addInt64(BigInt(value)),
  bigint64: (builder, value) => builder.addInt64(BigInt(value)),
  float32: (builder, value) => builder.addFloat32(Number(value)),
  offset: (builder, value) => builder.addOffset(Number(value)),
};
