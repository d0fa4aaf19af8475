import { type Mutant, mutantsOf } from "../mutant.ts";

const CLEAR = "for (int32_t i = 0; i < count; i++) sums[i] = 0;";

export const transposeConvS8: readonly Mutant[] = mutantsOf("transpose_conv_s8", {
  "scratch-not-cleared": {
    what: "Sums begin with what scratch holds.",
    replace: [CLEAR, "(void)sums;"],
    killedBy: "reads",
  },
  "scratch-cleared-for-batch-0": {
    what: "The sums of a batch go on from those of the batch before.",
    replace: [CLEAR, `if (batch == 0) ${CLEAR}`],
    killedBy: "matches",
  },
  "scratch-cleared-once": {
    what: "Scratch is cleared in the first invoke only.",
    replace: [CLEAR, `static int32_t invokes;\n    if (invokes++ == 0) ${CLEAR}`],
    killedBy: "writes",
  },
  "last-sum-not-cleared": {
    what: "The last sum begins with what scratch holds.",
    replace: [CLEAR, "for (int32_t i = 0; i < count - 1; i++) sums[i] = 0;"],
    killedBy: "reads",
  },
  "clears-past-scratch": {
    what: "One sum more than there is is cleared.",
    replace: [CLEAR, "for (int32_t i = 0; i <= count; i++) sums[i] = 0;"],
    killedBy: "writes",
  },
  "scratch-in-elements": {
    what: "Scratch is asked for in sums, not in bytes.",
    replace: ["sums * sizeof(int32_t)", "sums"],
    killedBy: "writes",
  },
  "scratch-a-row-too-small": {
    what: "Scratch is a row shorter than the output.",
    replace: ["(uint32_t)(dims[1] * dims[2] * dims[3])", "(uint32_t)((dims[1] - 1) * dims[2] * dims[3])"],
    killedBy: "writes",
  },
  "sums-a-row-past-scratch": {
    what: "The row behind the output's last has sums too.",
    replace: ["out_y >= dims[1]", "out_y > dims[1]"],
    killedBy: "writes",
  },
  "sums-before-scratch": {
    what: "Rows above the output have sums too.",
    replace: ["if (out_y < 0 || out_y >= dims[1]) continue;", "if (out_y >= dims[1]) continue;"],
    killedBy: "writes",
  },
  "right-edge-in-the-next-row": {
    what: "What falls right of the output is added to the next row.",
    replace: ["out_x >= dims[2]", "out_x > dims[2]"],
    killedBy: "matches",
  },
  "stride-of-other-axis": {
    what: "Inputs spread down as far apart as they spread right.",
    replace: ["y * params->height.stride", "y * params->width.stride"],
    killedBy: "matches",
  },
  "padding-added": {
    what: "The padding on the left is added instead of taken off.",
    replace: ["- params->width.pad_before", "+ params->width.pad_before"],
    killedBy: "matches",
  },
  "input-zero-point-doubled": {
    what: "The input's zero point is taken off twice.",
    replace: ["-input->zero_point", "-2 * input->zero_point"],
    killedBy: "matches",
  },
  "filter-upside-down": {
    what: "The rows of the filter are taken from the last to the first.",
    replace: [
      "add_products(node, pixel, row, column,",
      "add_products(node, pixel, params->height.extent - 1 - row, column,",
    ],
    killedBy: "matches",
  },
  "channel-stride-wrong": {
    what: "From one output pixel to the next lie as many sums as the input has channels.",
    replace: ["(out_y * dims[2] + out_x) * dims[3]", "(out_y * dims[2] + out_x) * thimble_input(node, 2)->dims[3]"],
    killedBy: "matches",
  },
  "bias-ignored-where-the-sum-is-0": {
    what: "Outputs that no product reaches have no bias.",
    replace: ["bias ? wrapping_add", "bias && sums[i] != 0 ? wrapping_add"],
    killedBy: "matches",
  },
  "saturates-in-the-sum": {
    what: "Sum and bias are saturated at the ends of 32 bits, where they should wrap.",
    replace: [
      "wrapping_add(sums[i], bias[i % channels])",
      "stored_output((int64_t)sums[i] + bias[i % channels], &(output_stage){0, {INT32_MIN, INT32_MAX}})",
    ],
    killedBy: "matches",
  },
  "out-of-scratch-ignored": {
    what: "Whether there was memory for scratch is not asked.",
    replace: [
      "return host->request_scratch(host, node, sums * sizeof(int32_t));",
      "host->request_scratch(host, node, sums * sizeof(int32_t));\n  return THIMBLE_OK;",
    ],
    killedBy: "memory",
  },
  "allocates-in-invoke": {
    what: "Invoke asks for temporary memory.",
    replace: ["(void)host;", "host->allocate_temporary(host, 64);"],
    killedBy: "allocation",
  },
});
