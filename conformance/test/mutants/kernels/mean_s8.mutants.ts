import { type Mutant, mutantsOf } from "../mutant.ts";

const CLEAR = "for (int32_t i = 0; i < output_count; i++) sums[i] = 0;\n";

export const meanS8: readonly Mutant[] = mutantsOf("mean_s8", {
  "scratch-not-cleared": {
    what: "Sums begin with what scratch holds.",
    replace: [CLEAR, "\n"],
    killedBy: "reads",
  },
  "scratch-in-elements": {
    what: "Scratch is asked for in sums, not in bytes.",
    replace: ["output->element_count * sizeof(int32_t)", "output->element_count"],
    killedBy: "writes",
  },
  "zero-point-taken-off-once": {
    what: "The input's zero point is taken off the sum once, not once for each element.",
    replace: ["(uint32_t)record->input_zero_point * (uint32_t)record->count", "(uint32_t)record->input_zero_point"],
    killedBy: "matches",
  },
  "divides-by-0": {
    what: "Where there is nothing to take the mean of, prepare divides by 0.",
    replace: ["record->count > 0 ? record->count : 1", "record->count"],
    killedBy: "matches",
  },
  "mean-of-nothing-is-the-zero-point": {
    what: "The mean of nothing is stored as the zero point.",
    replace: ["if (record->count == 0) return 0;", "if (record->count == 0) return (int8_t)record->output.zero_point;"],
    killedBy: "matches",
  },
  "sum-in-16-bits": {
    what: "Sums are kept in 16 bits.",
    replace: ["wrapping_add(*sum, input[i])", "(int16_t)wrapping_add(*sum, input[i])"],
    killedBy: "matches",
  },
  truncates: {
    what: "Means are rounded down.",
    replace: [
      "thimble_requantize(centered, record->factor)",
      "(int32_t)(((int64_t)centered * record->factor.multiplier) >> (31 - record->factor.shift))",
    ],
    killedBy: "matches",
  },
  "output-zero-point-forgotten": {
    what: "The output's zero point is not added.",
    replace: ["&record->output)", "&(output_stage){0, record->output.range})"],
    killedBy: "matches",
  },
  "out-of-scratch-ignored": {
    what: "Whether there was memory for scratch is not asked.",
    replace: [
      "return host->request_scratch(host, node, output->element_count * sizeof(int32_t));",
      "host->request_scratch(host, node, output->element_count * sizeof(int32_t));\n  return THIMBLE_OK;",
    ],
    killedBy: "memory",
  },
  "first-dimension-is-a-batch": {
    what: "The first dimension is kept, whether the node reduces it or not.",
    replace: [
      "strides[d] = params->reduced[d] ? 0 : stride;",
      "strides[d] = params->reduced[d] && d > 0 ? 0 : stride;",
    ],
    killedBy: "matches",
  },
});
