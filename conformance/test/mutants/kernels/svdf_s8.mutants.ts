import { type Mutant, mutantsOf } from "../mutant.ts";

export const svdfS8: readonly Mutant[] = mutantsOf("svdf_s8", {
  "state-moves-one-element-less": {
    what: "The last but one element of the state stays where it is.",
    replace: ["i + 1 < count;", "i + 2 < count;"],
    killedBy: "matches",
  },
  "state-of-batch-0-moves": {
    what: "Only the first batch's state moves on.",
    replace: ["params->batches * params->filters * memory);", "params->filters * memory);"],
    killedBy: "matches",
  },
  "state-zero-point-forgotten": {
    what: "Features are stored without the state's zero point.",
    replace: ["(int8_t)(scaled + record->state_zero_point)", "(int8_t)scaled"],
    killedBy: "matches",
  },
  "state-of-batch-0-only": {
    what: "Every batch has the state of the first.",
    replace: ["state + batch * params->filters * memory", "state"],
    killedBy: "matches",
  },
  "rank-ignored": {
    what: "A unit's state begins where it would if a unit had one filter.",
    replace: ["own + unit * taps", "own + unit * memory"],
    killedBy: "matches",
  },
  "activation-applied": {
    what: "RELU clamps, which it does not in TFLM.",
    replace: [
      "output_stage_of(host, node, THIMBLE_ACTIVATION_NONE)",
      "output_stage_of(host, node, ((const thimble_svdf_params *)node->params)->activation)",
    ],
    killedBy: "matches",
  },
  "features-wrap": {
    what: "Features beyond the ends of 8 bits wrap.",
    replace: [
      "thimble_clamp(thimble_requantize(sum, record->feature_factor), INT8_MIN, INT8_MAX)",
      "thimble_requantize(sum, record->feature_factor)",
    ],
    killedBy: "matches",
  },
  "newest-feature-first": {
    what: "The newest feature is stored where the oldest is.",
    replace: ["state[params->memory - 1]", "state[0]"],
    killedBy: "matches",
  },
  "sum-in-16-bits": {
    what: "Sums over time are kept in 16 bits.",
    replace: ["int32_t sum = bias;", "int16_t sum = bias;"],
    killedBy: "matches",
  },
  "state-in-the-module": {
    what: "The state is kept in the module, by all nodes, and nobody resets it.",
    replace: [
      "int8_t *state = thimble_input(node, 4)->data, *output",
      "static int8_t states[65536];\n  int8_t *state = states, *output",
    ],
    killedBy: "writes",
  },
  "input-zero-point-forgotten": {
    what: "Inputs are multiplied as they are stored.",
    replace: ["record->input_offset = -input->zero_point;", "record->input_offset = 0;"],
    killedBy: "matches",
  },
});
