import type { Precondition } from "../../src/suite/settings.ts";

/** What the right kernels decline, by their files. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  concatenation_s8: ["an input has another scale or zero point than the output"],
  depthwise_conv_2d_s8: ["the rows are dilated", "the columns are dilated"],
  fully_connected_s8: ["the filter is computed", "the bias is computed"],
  fully_connected_s16: ["sums have 32 bits"],
  mul_s16: ["the first input is broadcast", "the second input is broadcast"],
  "fully_connected_f32.ts": ["there is an activation"],
  "mul_s32.ts": ["the first input is broadcast", "the second input is broadcast"],
};

/** The preconditions of a right kernel or of a mutant of it, by its id: `mul_s16/padding-is-0`. */
export function preconditionsOf(id: string): readonly Precondition[] {
  const [file = ""] = id.split("/");
  return (REASONS[file] ?? []).map((reason) => ({ reason, kernels: ["*"] }));
}
