import { type Mutant, mutantsOf } from "../mutant.ts";

const REQUANTIZED = "thimble_requantize(first * second, record->factor)";
const OUTPUT = "record->output = output_stage_of(host, node, params->activation);";
const COUNT = "const int32_t count = thimble_element_count(thimble_output(node, 0));";

export const mulS16: readonly Mutant[] = mutantsOf("mul_s16", {
  "tail-dropped": {
    what: "What is left after the last eight is not written.",
    replace: ["for (; i < count; i++) output", "for (; i + 8 <= count; i++) output"],
    killedBy: "matches",
  },
  "multiple-of-8-assumed": {
    what: "Eight products are always written: past the end where there are fewer.",
    replace: ["for (; i + 8 <= count; i += 8) {", "for (; i < count; i += 8) {"],
    killedBy: "writes",
  },
  "broadcast-not-declined": {
    what: "A second input that is broadcast is taken, and read past its end.",
    replace: [
      'if (input_info(host, node, 1)->element_count != count) return decline(host, "the second input is broadcast");\n',
      "",
    ],
    killedBy: "matches",
  },
  truncates: {
    what: "Scaled products are rounded down.",
    replace: [
      REQUANTIZED,
      "(int32_t)(((int64_t)(first * second) * record->factor.multiplier) >> (31 - record->factor.shift))",
    ],
    killedBy: "matches",
  },
  "rounds-once": {
    what: "Products are rounded once, though the kernel declares two roundings.",
    replace: [REQUANTIZED, "thimble_requantize_single(first * second, record->factor)"],
    killedBy: "matches",
  },
  "first-aligned-to-4": {
    what: "The first input is taken to begin at a multiple of 4.",
    replace: [
      "*first = thimble_input(node, 0)->data,",
      "*first = (const int16_t *)((uintptr_t)thimble_input(node, 0)->data & ~(uintptr_t)3),",
    ],
    killedBy: "alignment",
  },
  "second-aligned-to-16": {
    what: "The second input is taken to begin at a multiple of 16.",
    replace: [
      "*second = thimble_input(node, 1)->data;",
      "*second = (const int16_t *)((uintptr_t)thimble_input(node, 1)->data & ~(uintptr_t)15);",
    ],
    killedBy: "alignment",
  },
  "output-aligned-to-8": {
    what: "The output is taken to begin at a multiple of 8.",
    replace: [
      "output = thimble_output(node, 0)->data;",
      "output = (int16_t *)((uintptr_t)thimble_output(node, 0)->data & ~(uintptr_t)7);",
    ],
    killedBy: "alignment",
  },
  "least-is-missing": {
    what: "Outputs are saturated at -32767.",
    replace: [OUTPUT, `${OUTPUT}\n  record->output.range.min += record->output.range.min == INT16_MIN;`],
    killedBy: "matches",
  },
  "activation-ignored": {
    what: "A fused activation is not applied.",
    replace: [OUTPUT, `${OUTPUT}\n  record->output.range = thimble_stored_range(THIMBLE_TYPE_INT16);`],
    killedBy: "matches",
  },
  "endless-for-24": {
    what: "24 products are computed again and again.",
    replace: ["i += 8) {", "i += count == 24 ? 0 : 8) {"],
    killedBy: "time-limit",
  },
  "fails-for-nothing": {
    what: "Without elements, invoke returns an error.",
    replace: [COUNT, `${COUNT}\n  if (count == 0) return THIMBLE_ERROR;`],
    killedBy: "matches",
  },
  "second-changed": {
    what: "The last products are stored in the second input too.",
    replace: [
      "output[i] = product_of(first[i], second[i], record);",
      "output[i] = ((int16_t *)second)[i] = product_of(first[i], second[i], record);",
    ],
    killedBy: "constants",
  },
});
