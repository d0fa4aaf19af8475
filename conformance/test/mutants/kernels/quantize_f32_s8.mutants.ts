import { type Mutant, mutantsOf } from "../mutant.ts";

const ROUNDED = "return truncated + (rest >= 0.5f) - (rest <= -0.5f);";
const QUOTIENT = "input[i] / record->scale";

export const quantizeF32S8: readonly Mutant[] = mutantsOf("quantize_f32_s8", {
  "rounds-negative-halves-up": {
    what: "Halves below 0 are rounded up, where they should go away from it.",
    replace: [ROUNDED, "return truncated + (rest >= 0.5f) - (rest < -0.5f);"],
    killedBy: "matches",
  },
  "rounds-halves-to-even": {
    what: "Halves are rounded to the even neighbour.",
    replace: [
      ROUNDED,
      "const int32_t is_odd = truncated & 1;\n  return truncated + (rest > 0.5f || (rest == 0.5f && is_odd)) - (rest < -0.5f || (rest == -0.5f && is_odd));",
    ],
    killedBy: "matches",
  },
  "rounds-down": {
    what: "Quotients are rounded down.",
    replace: [ROUNDED, "return truncated - (rest < 0);"],
    killedBy: "matches",
  },
  "multiplies-by-the-reciprocal": {
    what: "Inputs are multiplied by the scale's reciprocal: quotients close to a half may fall on its other side.",
    replace: [QUOTIENT, "input[i] * (1 / record->scale)"],
    killedBy: "matches",
  },
  "nan-becomes-the-least": {
    what: "What is no number becomes -128, not the zero point.",
    replace: ["if (x != x) return 0;", "if (x != x) return INT32_MIN;"],
    killedBy: "matches",
  },
  "large-values-wrap": {
    what: "Quotients of more than 31 bits wrap.",
    replace: ["x < -1e6f ? -1e6f : x > 1e6f ? 1e6f : x", "x"],
    killedBy: "matches",
  },
  "saturates-at-int16": {
    what: "Outputs are saturated at the ends of 16 bits, then cut to 8.",
    replace: ["&record->output)", "&(output_stage){record->output.zero_point, {INT16_MIN, INT16_MAX}})"],
    killedBy: "matches",
  },
  "rounds-behind-the-zero-point": {
    what: "The zero point is added before rounding: halves may go the other way.",
    replace: [
      `stored_output(rounded(${QUOTIENT}), &record->output)`,
      `thimble_clamp(rounded(${QUOTIENT} + (float)record->output.zero_point), INT8_MIN, INT8_MAX)`,
    ],
    killedBy: "matches",
  },
  "input-aligned-to-8": {
    what: "The input is taken to begin at a multiple of 8.",
    replace: [
      "input = thimble_input(node, 0)->data;",
      "input = (const float *)((uintptr_t)thimble_input(node, 0)->data & ~(uintptr_t)7);",
    ],
    killedBy: "alignment",
  },
  "record-of-the-first-node": {
    what: "The module keeps the record of the first node that runs, and takes it for every other.",
    replace: [
      "const quantize_record *record = node->data;",
      "static const quantize_record *record;\n  if (!record) record = node->data;",
    ],
    killedBy: "writes",
  },
});
