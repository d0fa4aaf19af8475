import { type Mutant, mutantsOf } from "../mutant.ts";

const BEGIN = "for (int32_t i = 0; i < channels; i++) maxima[i] = (int8_t)range->min;";

export const maxPool2dS8: readonly Mutant[] = mutantsOf("max_pool_2d_s8", {
  "begins-at-0": {
    what: "Maxima begin at a stored 0: windows below it give 0.",
    replace: [BEGIN, "for (int32_t i = 0; i < channels; i++) maxima[i] = 0;"],
    killedBy: "matches",
  },
  "begins-at-least-but-one": {
    what: "Maxima begin at -127: windows of nothing but -128 give that.",
    replace: ["(int8_t)range->min;", "(int8_t)(range->min == INT8_MIN ? -INT8_MAX : range->min);"],
    killedBy: "matches",
  },
  "begins-with-the-output": {
    what: "Maxima begin with what the output holds.",
    replace: [BEGIN, ""],
    killedBy: "reads",
  },
  "reads-a-row-past-the-end": {
    what: "The row behind the input's last counts as one of it: that matters where it is greater.",
    replace: ["thimble_taps_at(&params->height, y, dims[1])", "thimble_taps_at(&params->height, y, dims[1] + 1)"],
    killedBy: "reads",
  },
  "window-a-row-too-high": {
    what: "One row more than the window has counts.",
    replace: ["row < rows.end;", "row <= rows.end;"],
    killedBy: "matches",
  },
  "last-odd-channel-dropped": {
    what: "Of an odd number of channels the last is not looked at.",
    replace: ["i < channels; i++) {", "i < (channels & ~1); i++) {"],
    killedBy: "matches",
  },
  "multiple-of-4-assumed": {
    what: "Channels are taken four at a time: behind the output's last pixel, what lies there is changed.",
    replace: ["i < channels; i++) {", "i < ((channels + 3) & ~3); i++) {"],
    killedBy: "writes",
  },
  "upper-bound-ignored": {
    what: "An activation clamps from below only.",
    replace: ["thimble_clamp(maxima[i], range->min, range->max)", "thimble_clamp(maxima[i], range->min, INT8_MAX)"],
    killedBy: "matches",
  },
  "batch-0-only": {
    what: "Every batch is computed from the first.",
    replace: ["thimble_offset_4d(dims, batch,", "thimble_offset_4d(dims, batch * 0,"],
    killedBy: "matches",
  },
  "window-of-other-axis": {
    what: "Columns are counted with the window over rows.",
    replace: ["thimble_taps_at(&params->width, x, dims[2])", "thimble_taps_at(&params->height, x, dims[2])"],
    killedBy: "matches",
  },
  "in-place-declared": {
    what: "The output may lie on the input, says the kernel, though windows read what an earlier one has overwritten.",
    replace: [".prepare = prepare,", ".in_place = 1,\n    .prepare = prepare,"],
    killedBy: "in-place",
  },
  "last-column-dropped": {
    what: "The last column of the output is not written where there are several.",
    replace: [
      "x < dims[2]; x++, output += dims[3]) store_maxima",
      "x < dims[2]; x++, output += dims[3]) if (x == 0 || x + 1 < dims[2]) store_maxima",
    ],
    killedBy: "matches",
  },
});
