import { type Mutant, mutantsOf } from "../mutant.ts";

const REQUANTIZED = "thimble_requantize(sum, factors[filter])";
const LAYOUT = "record->layout = layout;";

export const conv2dS8: readonly Mutant[] = mutantsOf("conv_2d_s8", {
  "rounds-once": {
    what: "Sums are rounded once, though the kernel declares two roundings.",
    replace: [REQUANTIZED, "thimble_requantize_single(sum, factors[filter])"],
    killedBy: "matches",
  },
  truncates: {
    what: "Scaled sums are rounded down.",
    replace: [REQUANTIZED, "(int32_t)(((int64_t)sum * factors[filter].multiplier) >> (31 - factors[filter].shift))"],
    killedBy: "matches",
  },
  "left-shift-forgotten": {
    what: "Factors of 1 and more lose their shift to the left.",
    replace: [
      REQUANTIZED,
      "thimble_requantize(sum, (thimble_multiplier){factors[filter].multiplier, factors[filter].shift < 0 ? factors[filter].shift : 0})",
    ],
    killedBy: "matches",
  },
  "padding-is-0": {
    what: "Taps beyond the input count as a stored 0, not as its zero point.",
    replace: [".padding = (int8_t)input->zero_point,", ".padding = 0,"],
    killedBy: "matches",
  },
  "padding-off-by-one-above": {
    what: "Windows lie one row too high.",
    replace: [LAYOUT, `${LAYOUT}\n  record->layout.height.pad_before += 1;`],
    killedBy: "matches",
  },
  "padding-greater-half-in-front": {
    what: "Of an odd number of padded columns the greater half stands in front: windows of even width lie one to the left.",
    replace: [LAYOUT, `${LAYOUT}\n  if (params->width.extent % 2 == 0) record->layout.width.pad_before += 1;`],
    killedBy: "matches",
  },
  "dilation-ignored-vertically": {
    what: "Neighbouring rows of a window are neighbours in the input, whatever the dilation.",
    replace: [LAYOUT, `${LAYOUT}\n  record->layout.height.dilation = 1;`],
    killedBy: "matches",
  },
  "dilation-of-other-axis": {
    what: "Columns are dilated like rows.",
    replace: [LAYOUT, `${LAYOUT}\n  record->layout.width.dilation = params->height.dilation;`],
    killedBy: "matches",
  },
  "stride-of-other-axis": {
    what: "Windows move down as far as they move right.",
    replace: [LAYOUT, `${LAYOUT}\n  record->layout.height.stride = params->width.stride;`],
    killedBy: "matches",
  },
  "scale-of-channel-0": {
    what: "Every channel has the scale of the first.",
    replace: [
      "channel_factor(input, filter, output_info(host, node), i)",
      "channel_factor(input, filter, output_info(host, node), 0)",
    ],
    killedBy: "matches",
  },
  "last-channel-has-its-neighbours-scale": {
    what: "The last of several channels has the scale of the one before it.",
    replace: [
      "channel_factor(input, filter, output_info(host, node), i)",
      "channel_factor(input, filter, output_info(host, node), i > 0 && i == filters - 1 ? i - 1 : i)",
    ],
    killedBy: "matches",
  },
  "input-zero-point-forgotten": {
    what: "Inputs are multiplied as they are stored.",
    replace: ["record->input_offset = -input->zero_point;", "record->input_offset = 0;"],
    killedBy: "matches",
  },
  "input-zero-point-added": {
    what: "The input's zero point is added instead of taken off.",
    replace: ["record->input_offset = -input->zero_point;", "record->input_offset = input->zero_point;"],
    killedBy: "matches",
  },
  "offset-in-8-bits": {
    what: "The input's offset has 8 bits, which do not hold the 128 of a zero point of -128.",
    replace: ["int32_t input_offset;", "int8_t input_offset;"],
    killedBy: "matches",
  },
  "group-offset-is-its-number": {
    what: "A group's channels begin at its number, not at as many groups' channels.",
    replace: [
      "row += filter / record->filters_per_group * group_channels;",
      "row += filter / record->filters_per_group;",
    ],
    killedBy: "matches",
  },
  "groups-in-tap-stride": {
    what: "From tap to tap the input goes on by one group's channels: wrong where there are several groups.",
    replace: ["row += record->layout.dims[3]", "row += group_channels"],
    killedBy: "matches",
  },
  "tail-dropped": {
    what: "What is left of the channels after the last four is not summed up.",
    replace: ["for (; i < count; i++) sum", "for (; i + 4 <= count; i++) sum"],
    killedBy: "matches",
  },
  "multiple-of-4-assumed": {
    what: "Channels are always taken four at a time: where they are no multiple of it, others come in.",
    replace: ["for (; i + 4 <= count; i += 4) {", "for (; i < count; i += 4) {"],
    killedBy: "matches",
  },
  "unrolled-index-wrong": {
    what: "The third of four inputs meets the weight of the second.",
    replace: ["(input[i + 2] + offset) * weights[i + 2]", "(input[i + 2] + offset) * weights[i + 1]"],
    killedBy: "matches",
  },
  "bias-ignored": {
    what: "The bias is looked for behind the node's inputs.",
    replace: ["optional_data(node, 2)", "optional_data(node, 3)"],
    killedBy: "matches",
  },
  "bias-of-channel-0": {
    what: "Every channel has the bias of the first.",
    replace: ["bias ? bias[filter] : 0", "bias ? bias[0] : 0"],
    killedBy: "matches",
  },
  "sum-in-16-bits": {
    what: "Sums are kept in 16 bits.",
    replace: ["int32_t sum = bias ? bias[filter] : 0;", "int16_t sum = bias ? bias[filter] : 0;"],
    killedBy: "matches",
  },
  "sum-in-24-bits": {
    what: "Sums are kept in 24 bits.",
    replace: ["sum = wrapping_add(sum, four);", "sum = (int32_t)((uint32_t)wrapping_add(sum, four) << 8) >> 8;"],
    killedBy: "matches",
  },
  "activation-ignored": {
    what: "A fused activation is not applied.",
    replace: [
      "output_stage_of(host, node, params->activation)",
      "output_stage_of(host, node, THIMBLE_ACTIVATION_NONE)",
    ],
    killedBy: "matches",
  },
  "scratch-a-tap-too-small": {
    what: "Scratch is one tap's channels shorter than a row.",
    replace: [
      "(uint32_t)thimble_im2col_row_length(&layout)",
      "(uint32_t)(thimble_im2col_row_length(&layout) - layout.dims[3])",
    ],
    killedBy: "writes",
  },
  "batch-0-only": {
    what: "Every batch is computed from the first.",
    replace: ["batch = pixel / (dims[1] * dims[2])", "batch = 0"],
    killedBy: "matches",
  },
  "last-row-dropped": {
    what: "The last row of the output is not written.",
    replace: ["pixel < dims[0] * dims[1] * dims[2];", "pixel < (dims[0] * dims[1] - 1) * dims[2];"],
    killedBy: "matches",
  },
  "constants-out-of-memory-ignored": {
    what: "Whether there was memory for the constants is not asked.",
    replace: ["if (!record || !factors)", "if (!record)"],
    killedBy: "memory",
  },
  "endless-for-12-channels": {
    what: "With 12 channels a group the sum does not end.",
    replace: ["i += 4) {", "i += count == 12 ? 0 : 4) {"],
    killedBy: "time-limit",
  },
});
