import { type Mutant, mutantsOf } from "../mutant.ts";

const REQUANTIZED = "thimble_requantize(sum, factors[channel])";

export const depthwiseConv2dS8: readonly Mutant[] = mutantsOf("depthwise_conv_2d_s8", {
  "reads-a-row-past-the-end": {
    what: "The row behind the input's last counts as one of it.",
    replace: ["in_y >= dims[1]", "in_y > dims[1]"],
    killedBy: "reads",
  },
  "reads-before-the-start": {
    what: "Rows above the input count as rows of it.",
    replace: ["if (in_y < 0 || in_y >= dims[1]) continue;", "if (in_y >= dims[1]) continue;"],
    killedBy: "reads",
  },
  "left-padding-is-the-row-before": {
    what: "Columns left of the input are taken from the end of the row before.",
    replace: ["if (in_x < 0 || in_x >= dims[2]) continue;", "if (in_x >= dims[2]) continue;"],
    killedBy: "matches",
  },
  "right-padding-is-the-next-row": {
    what: "The column right of the input is taken from the next row.",
    replace: ["in_x >= dims[2]", "in_x > dims[2]"],
    killedBy: "matches",
  },
  "padding-off-by-one-above": {
    what: "Windows lie one row too high.",
    replace: ["- params->height.pad_before + row", "- params->height.pad_before + row - 1"],
    killedBy: "matches",
  },
  "stride-of-other-axis": {
    what: "Windows move right as far as they move down.",
    replace: ["x * params->width.stride", "x * params->height.stride"],
    killedBy: "matches",
  },
  "multiplier-is-outer": {
    what: "The channels of one input channel lie apart, not side by side: wrong where there are several.",
    replace: ["channel / params->depth_multiplier", "channel % dims[3]"],
    killedBy: "matches",
  },
  "multiplier-assumed-1": {
    what: "Output channel o reads input channel o, past the input's last.",
    replace: ["channel / params->depth_multiplier", "channel"],
    killedBy: "matches",
  },
  "sum-in-16-bits": {
    what: "Sums are kept in 16 bits.",
    replace: ["int32_t sum = 0;", "int16_t sum = 0;"],
    killedBy: "matches",
  },
  "dilation-not-declined": {
    what: "Dilated rows are taken, though the kernel knows nothing of them.",
    replace: ['if (params->height.dilation != 1) return decline(host, "the rows are dilated");\n', ""],
    killedBy: "matches",
  },
  "bias-of-channel-0": {
    what: "Every channel has the bias of the first.",
    replace: ["bias ? bias[channel] : 0", "bias ? bias[0] : 0"],
    killedBy: "matches",
  },
  "second-rounding-down": {
    what: "The second of two roundings goes down.",
    replace: [
      REQUANTIZED,
      `factors[channel].shift > 0 ? ${REQUANTIZED} : thimble_high_multiply(sum, factors[channel].multiplier) >> -factors[channel].shift`,
    ],
    killedBy: "matches",
  },
  "factor-of-next-channel": {
    what: "The last channel has the first one's factor, every other the next one's.",
    replace: [REQUANTIZED, "thimble_requantize(sum, factors[(channel + 1) % dims[3]])"],
    killedBy: "matches",
  },
  "offset-lost-in-1x1": {
    what: "Windows of one tap multiply inputs as they are stored.",
    replace: ["+ record->input_offset;", "+ (filter_dims[1] * filter_dims[2] > 1 ? record->input_offset : 0);"],
    killedBy: "matches",
  },
  "columns-beyond-the-fourth-dropped": {
    what: "Of a wide window only four columns count.",
    replace: ["column < filter_dims[2];", "column < filter_dims[2] && column < 4;"],
    killedBy: "matches",
  },
  "in-place-declared": {
    what: "The output may lie on the input, says the kernel, though windows read what an earlier one has overwritten.",
    replace: [".supports = supports,", ".in_place = 1,\n    .supports = supports,"],
    killedBy: "in-place",
  },
  "constants-out-of-memory-ignored": {
    what: "Whether there was memory for the constants is not asked.",
    replace: ["if (!factors) return THIMBLE_OUT_OF_MEMORY;\n", ""],
    killedBy: "memory",
  },
  "weights-aligned-to-4": {
    what: "The weights are taken to begin at a multiple of 4.",
    replace: [
      "weights = thimble_input(node, 1)->data;",
      "weights = (const int8_t *)((uintptr_t)thimble_input(node, 1)->data & ~(uintptr_t)3);",
    ],
    killedBy: "alignment",
  },
  "traps-for-5x5": {
    what: "Windows of 5 by 5 trap.",
    replace: [
      "int32_t sum = 0;",
      "if (filter_dims[1] == 5 && filter_dims[2] == 5) __builtin_trap();\n  int32_t sum = 0;",
    ],
    killedBy: "matches",
  },
  "strides-declined-as-dilated": {
    what: "Strides are declined as if they were dilations.",
    replace: [
      "if (params->height.dilation != 1) return",
      "if (params->height.dilation * params->height.stride != 1) return",
    ],
    killedBy: "supports",
  },
});
