import { type Mutant, mutantsOf } from "../mutant.ts";

const LOOP = "for (int32_t i = 0; i < count; i++) output[i] = leaky_relu(input[i], node->data);";
const COUNT = "const int32_t count = thimble_element_count(thimble_output(node, 0));";

export const leakyReluS8: readonly Mutant[] = mutantsOf("leaky_relu_s8", {
  "input-changed": {
    what: "Results are stored in the input too.",
    replace: ["output[i] = leaky_relu", "output[i] = ((int8_t *)input)[i] = leaky_relu"],
    killedBy: "constants",
  },
  "sign-of-slope-forgotten": {
    what: "Negative slopes count as positive ones.",
    replace: ["record->slope_sign * scaled", "scaled"],
    killedBy: "matches",
  },
  "bends-at-stored-0": {
    what: "The slope applies below a stored 0, not below the zero point.",
    replace: ["if (centered >= 0)", "if (stored >= 0)"],
    killedBy: "matches",
  },
  "rounds-negative-values-as-positive-ones": {
    what: "Values below the zero point are rounded as their magnitudes are: halves go the other way.",
    replace: ["thimble_requantize(centered, record->slope)", "-thimble_requantize(-centered, record->slope)"],
    killedBy: "matches",
  },
  "output-cleared-first": {
    what: "The output is cleared first, though it may lie on the input that is still to be read.",
    replace: [LOOP, `for (int32_t i = 0; i < count; i++) output[i] = 0;\n  ${LOOP}`],
    killedBy: "in-place",
  },
  "writes-before-the-start": {
    what: "The element before the output's first is written.",
    replace: ["for (int32_t i = 0; i < count", "for (int32_t i = -1; i < count"],
    killedBy: "writes",
  },
  "writes-past-the-end": {
    what: "One output more than there is is written.",
    replace: ["i < count; i++", "i <= count; i++"],
    killedBy: "writes",
  },
  "multiple-of-4-assumed": {
    what: "What is left after the last four is not written.",
    replace: ["i < count; i++", "i < (count & ~3); i++"],
    killedBy: "matches",
  },
  "endless-for-7": {
    what: "With 7 elements the loop does not go on.",
    replace: ["i < count; i++", "i < count; i += count != 7"],
    killedBy: "time-limit",
  },
  "out-of-bounds-for-17": {
    what: "With 17 elements an address outside of the memory is read.",
    replace: [COUNT, `${COUNT}\n  if (count == 17) output[0] = *(const volatile int8_t *)0xfffffff0u;`],
    killedBy: "matches",
  },
  "negative-values-wrap": {
    what: "Results below the zero point wrap where they should be saturated.",
    replace: [
      "(int8_t)stored_output(record->slope_sign * scaled, &record->output)",
      "(int8_t)(record->slope_sign * scaled + record->output.zero_point)",
    ],
    killedBy: "matches",
  },
  "identity-is-not-scaled": {
    what: "Values from the zero point on keep their stored distance to it, whatever the scales.",
    replace: ["stored_output(thimble_requantize(centered, record->identity),", "stored_output(centered,"],
    killedBy: "matches",
  },
  "single-rounding-declared": {
    what: "One rounding is declared, though there are two.",
    replace: [".rounding = THIMBLE_ROUNDING_DOUBLE,", ".rounding = THIMBLE_ROUNDING_SINGLE,"],
    killedBy: "matches",
  },
  "output-aligned-to-4": {
    what: "The output is taken to begin at a multiple of 4.",
    replace: [
      "output = thimble_output(node, 0)->data;",
      "output = (int8_t *)((uintptr_t)thimble_output(node, 0)->data & ~(uintptr_t)3);",
    ],
    killedBy: "alignment",
  },
});
