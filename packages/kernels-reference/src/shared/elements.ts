/** How kernels name an element type. */
export const SUFFIXES = {
  float32: "f32",
  bool: "bool",
  int8: "s8",
  uint8: "u8",
  int16: "s16",
  int32: "s32",
  uint32: "u32",
  int64: "s64",
} as const;

export type ElementType = keyof typeof SUFFIXES;

/** Elements as code sees them that only moves or compares them: a bigint passes for a number there. */
export interface Elements {
  readonly length: number;
  [index: number]: number;
}
