import { type Mutant, mutantsOf } from "../mutant.ts";

const DIVIDED = "thimble_rounding_divide(sum, count)";

export const averagePool2dS8: readonly Mutant[] = mutantsOf("average_pool_2d_s8", {
  "padding-counted": {
    what: "The sum is divided by all of the window's taps, also by those beyond the input.",
    replace: [
      "(rows.end - rows.first) * (columns.end - columns.first)",
      "params->height.extent * params->width.extent",
    ],
    killedBy: "matches",
  },
  truncates: {
    what: "Means are rounded to 0.",
    replace: [DIVIDED, "sum / count"],
    killedBy: "matches",
  },
  "rounds-negative-halves-up": {
    what: "Halves are rounded up, also below 0, where they should go away from it.",
    replace: [DIVIDED, "(sum + count / 2 - (sum + count / 2 < 0 ? count - 1 : 0)) / count"],
    killedBy: "matches",
  },
  "rounds-negative-means-as-positive-ones": {
    what: "Half of the divisor is added to negative sums too.",
    replace: [DIVIDED, "(sum + count / 2) / count"],
    killedBy: "matches",
  },
  "sum-in-16-bits": {
    what: "Sums are kept in 16 bits, too few for windows of more than 256 taps.",
    replace: ["int32_t sum = 0;", "int16_t sum = 0;"],
    killedBy: "matches",
  },
  "images-an-output-apart": {
    what: "From one batch to the next the input goes on by as much as the output.",
    replace: ["thimble_extent_product(input_dims, 1, 4)", "thimble_extent_product(input_dims = dims, 1, 4)"],
    killedBy: "matches",
  },
  "last-column-dropped-in-1x1-outputs": {
    what: "A window that is the only one lacks its last column.",
    replace: [
      "column < columns.end;",
      "column < columns.end - (thimble_output(node, 0)->dims[2] == 1 && columns.end > 1);",
    ],
    killedBy: "matches",
  },
  "other-axis-in-the-window": {
    what: "Rows are counted with the window over columns.",
    replace: ["thimble_taps_at(&params->height, y, dims[1])", "thimble_taps_at(&params->width, y, dims[1])"],
    killedBy: "matches",
  },
  "traps-for-one-channel": {
    what: "A single channel traps.",
    replace: [
      "const thimble_range *range = node->data;",
      "const thimble_range *range = node->data;\n  if (thimble_output(node, 0)->dims[3] == 1) __builtin_trap();",
    ],
    killedBy: "matches",
  },
  "record-out-of-memory-ignored": {
    what: "Whether there was memory for the record is not asked.",
    replace: ["if (!range) return THIMBLE_OUT_OF_MEMORY;\n", ""],
    killedBy: "memory",
  },
});
