import type { Precondition } from "../../src/suite/settings.ts";

/** What the right kernels decline, by their files; where cases have an edge for it, with that. */
const REASONS: Readonly<Record<string, readonly (string | readonly [reason: string, edge: string])[]>> = {
  concatenation_s8: ["an input has another scale or zero point than the output"],
  depthwise_conv_2d_s8: [
    ["the rows are dilated", "rows-dilated"],
    ["the columns are dilated", "columns-dilated"],
  ],
  fully_connected_s8: [
    ["the filter is computed", "weights-computed"],
    ["the bias is computed", "computed-bias"],
  ],
  fully_connected_s16: ["sums have 32 bits"],
  mul_s16: ["the first input is broadcast", "the second input is broadcast"],
  "fully_connected_f32.ts": ["there is an activation"],
  "mul_s32.ts": ["the first input is broadcast", "the second input is broadcast"],
};

/** The preconditions of a right kernel or of a mutant of it, by its id: `mul_s16/padding-is-0`. */
export function preconditionsOf(id: string): readonly Precondition[] {
  const [file = ""] = id.split("/");
  return (REASONS[file] ?? []).map((entry) =>
    typeof entry === "string"
      ? { reason: entry, kernels: ["*"] }
      : { reason: entry[0], kernels: ["*"], edges: [entry[1]] },
  );
}
