import { type Mutant, mutantsOf } from "../mutant.ts";

const HAS_BIAS = "record->has_bias = bias != NULL;";

export const fullyConnectedS16: readonly Mutant[] = mutantsOf("fully_connected_s16", {
  "sum-in-32-bits": {
    what: "Sums are kept in 32 bits.",
    replace: ["int64_t sum = 0;", "int32_t sum = 0;"],
    killedBy: "matches",
  },
  "rounds-twice": {
    what: "Sums are brought to 32 bits and rounded twice, as for int8.",
    replace: [
      "thimble_requantize_64(sum_of(node, input, row),",
      "thimble_requantize((int32_t)sum_of(node, input, row),",
    ],
    killedBy: "matches",
  },
  "sums-of-32-bits-not-declined": {
    what: "Nodes whose sums have 32 bits are taken, though they round in another way.",
    replace: ["== THIMBLE_TYPE_INT32", "== THIMBLE_TYPE_STRING"],
    killedBy: "matches",
  },
  "sum-uninitialized-without-bias": {
    what: "Without a bias, sums begin with what the stack holds.",
    replace: ["int64_t sum = 0;", "volatile int64_t start[1];\n  int64_t sum = start[0];"],
    killedBy: "reads",
  },
  "bias-kept-as-its-address": {
    what: "The record says that there is a bias by the address of its tensor.",
    replace: [HAS_BIAS, "record->has_bias = (uint32_t)(uintptr_t)bias;"],
    killedBy: "relocation",
  },
  "bias-kept-as-its-datas-address": {
    what: "The record says that there is a bias by the address of its elements.",
    replace: [HAS_BIAS, "record->has_bias = bias ? (uint32_t)(uintptr_t)bias->data | 1 : 0;"],
    killedBy: "relocation",
  },
  "bias-kept-as-a-function": {
    what: "The record says that there is a bias by the address of a function.",
    replace: [HAS_BIAS, "record->has_bias = bias ? (uint32_t)(uintptr_t)supports : 0;"],
    killedBy: "relocation",
  },
  "sum-stored-in-the-bias": {
    what: "The bias is where sums are kept: the next batch, and the next invoke, begin with them.",
    replace: [
      "return sum;",
      "if (record->has_bias) ((int64_t *)thimble_input(node, 2)->data)[row] = sum;\n  return sum;",
    ],
    killedBy: "constants",
  },
  "output-aligned-to-4": {
    what: "The output is taken to begin at a multiple of 4.",
    replace: [
      "output = thimble_output(node, 0)->data;",
      "output = (int16_t *)((uintptr_t)thimble_output(node, 0)->data & ~(uintptr_t)3);",
    ],
    killedBy: "alignment",
  },
  "bias-aligned-to-16": {
    what: "The bias is taken to begin at a multiple of 16.",
    replace: [
      "((const int64_t *)thimble_input(node, 2)->data)[row]",
      "((const int64_t *)((uintptr_t)thimble_input(node, 2)->data & ~(uintptr_t)15))[row]",
    ],
    killedBy: "alignment",
  },
  "filter-zero-point-forgotten": {
    what: "Weights are multiplied as they are stored.",
    replace: ["(weights[i] - record->filter_zero_point)", "weights[i]"],
    killedBy: "matches",
  },
  "saturates-at-int8": {
    what: "Outputs are saturated at the ends of 8 bits.",
    replace: ["*output++ = (int16_t)stored_output", "*output++ = (int8_t)stored_output"],
    killedBy: "matches",
  },
  "factor-of-row-0": {
    what: "Every row has the factor of the first.",
    replace: [
      "row_factor(input, filter, output_info(host, node), row)",
      "row_factor(input, filter, output_info(host, node), 0)",
    ],
    killedBy: "matches",
  },
});
