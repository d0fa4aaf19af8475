import { type Mutant, mutantsOf } from "../mutant.ts";

const FILTER_ZERO_POINT = "filter->scale_count == 1 ? filter->zero_point : 0";

export const fullyConnectedS8: readonly Mutant[] = mutantsOf("fully_connected_s8", {
  "filter-zero-point-forgotten": {
    what: "Weights are multiplied as they are stored.",
    replace: [FILTER_ZERO_POINT, "0 * filter->zero_point"],
    killedBy: "matches",
  },
  "filter-zero-point-of-rows-taken": {
    what: "The first row's zero point counts for all of a filter that has one for each row, where TFLM takes none.",
    replace: [FILTER_ZERO_POINT, "filter->zero_point"],
    killedBy: "matches",
  },
  "filter-zero-point-added-in-the-tail": {
    what: "Behind the last eight, the filter's zero point is added instead of taken off.",
    replace: ["input[i] * (weights[i] - zero_point)", "input[i] * (weights[i] + zero_point)"],
    killedBy: "matches",
  },
  "tail-dropped": {
    what: "What is left of a row after the last eight is not summed up.",
    replace: ["for (; i < count; i++) sum", "for (; i + 8 <= count; i++) sum"],
    killedBy: "matches",
  },
  "multiple-of-8-assumed": {
    what: "Weights are always taken eight at a time: where a row is no multiple of it, others come in.",
    replace: ["for (; i + 8 <= count; i += 8) {", "for (; i < count; i += 8) {"],
    killedBy: "matches",
  },
  "sum-saturates": {
    what: "Sums are saturated at the ends of 32 bits, where they should wrap.",
    replace: [
      "sum = wrapping_add(sum, eight);",
      "sum = stored_output((int64_t)sum + eight, &(output_stage){0, {INT32_MIN, INT32_MAX}});",
    ],
    killedBy: "matches",
  },
  "eight-products-in-16-bits": {
    what: "Eight products are summed up in 16 bits.",
    replace: ["int32_t eight = 0;", "int16_t eight = 0;"],
    killedBy: "matches",
  },
  "computed-filter-not-declined": {
    what: "A filter that is computed is taken, though prepare sums up its weights.",
    replace: [
      'if (!(input_info(host, node, 1)->flags & THIMBLE_TENSOR_CONSTANT)) return decline(host, "the filter is computed");\n',
      "",
    ],
    killedBy: "matches",
  },
  "computed-bias-not-declined": {
    what: "A bias that is computed is taken, though prepare adds it up.",
    replace: ['return decline(host, "the bias is computed");', "return THIMBLE_OK;"],
    killedBy: "matches",
  },
  "declines-everything": {
    what: "Every node is declined.",
    replace: [
      "THIMBLE_TENSOR_CONSTANT)) return THIMBLE_OK;",
      'THIMBLE_TENSOR_CONSTANT)) return decline(host, "not now");',
    ],
    killedBy: "supports",
  },
  "prepare-refuses-what-supports-takes": {
    what: "Rows that are no multiple of 8 fail in prepare, after supports took the node.",
    replace: [
      "if (!record) return THIMBLE_OUT_OF_MEMORY;",
      "if (!record) return THIMBLE_OUT_OF_MEMORY;\n  if (params->input_depth % 8 != 0) return THIMBLE_ERROR;",
    ],
    killedBy: "supports",
  },
  "temporary-out-of-memory-ignored": {
    what: "Whether there was temporary memory is not asked.",
    replace: ["if (!sums) return THIMBLE_OUT_OF_MEMORY;\n", ""],
    killedBy: "memory",
  },
  "constants-out-of-memory-ignored": {
    what: "Whether there was memory for the constants is not asked.",
    replace: ["if (!rows) return THIMBLE_OUT_OF_MEMORY;\n", ""],
    killedBy: "memory",
  },
  "record-out-of-memory-ignored": {
    what: "Whether there was memory for the record is not asked.",
    replace: ["if (!record) return THIMBLE_OUT_OF_MEMORY;\n", ""],
    killedBy: "memory",
  },
  "temporary-in-elements": {
    what: "Temporary memory is asked for in sums, not in bytes.",
    replace: ["count * sizeof *sums", "count"],
    killedBy: "writes",
  },
  "constants-a-row-too-small": {
    what: "Constants are asked for one row less than there are.",
    replace: ["count * sizeof *rows", "(count - 1) * sizeof *rows"],
    killedBy: "writes",
  },
  "temporary-in-the-module": {
    what: "The sums of rows are kept in the module, where those of another node still stand.",
    replace: [
      "int32_t *sums = host->allocate_temporary(host, count * sizeof *sums);",
      "static int32_t kept[4096];\n  int32_t *sums = count <= 4096 ? kept : host->allocate_temporary(host, count * sizeof *sums);",
    ],
    killedBy: "instances",
  },
  "batch-0-only": {
    what: "Every batch is computed from the first.",
    replace: ["batch++, input += depth", "batch++"],
    killedBy: "matches",
  },
  "bias-of-row-0": {
    what: "Every row has the bias of the first.",
    replace: ["(uint32_t)bias[row]", "(uint32_t)bias[0]"],
    killedBy: "matches",
  },
  "input-zero-point-added": {
    what: "What the input's zero point makes of the weights is added instead of taken off.",
    replace: [") - of_zero_point)", ") + of_zero_point)"],
    killedBy: "matches",
  },
  "greatest-zero-point-is-126": {
    what: "An input's zero point of 127 counts as 126.",
    replace: ["(uint32_t)input->zero_point *", "(uint32_t)(input->zero_point == 127 ? 126 : input->zero_point) *"],
    killedBy: "matches",
  },
  "weights-aligned-to-16": {
    what: "The weights are taken to begin at a multiple of 16.",
    replace: [
      "weights = thimble_input(node, 1)->data;\n  int8_t *output",
      "weights = (const int8_t *)((uintptr_t)thimble_input(node, 1)->data & ~(uintptr_t)15);\n  int8_t *output",
    ],
    killedBy: "alignment",
  },
  "bias-aligned-to-8": {
    what: "The bias is taken to begin at a multiple of 8.",
    replace: [
      "bias = optional_data(node, 2);",
      "bias = (const int32_t *)((uintptr_t)optional_data(node, 2) & ~(uintptr_t)7);",
    ],
    killedBy: "alignment",
  },
  "input-aligned-to-4": {
    what: "The input is taken to begin at a multiple of 4.",
    replace: [
      "input = thimble_input(node, 0)->data;",
      "input = (const int8_t *)((uintptr_t)thimble_input(node, 0)->data & ~(uintptr_t)3);",
    ],
    killedBy: "alignment",
  },
  "weights-changed": {
    what: "A weight of -128 becomes -127 where it lies, as symmetric quantization has it.",
    replace: [
      "const int8_t *own = weights + row * depth;",
      "int8_t *own = (int8_t *)weights + row * depth;\n      for (int32_t i = 0; i < depth; i++) own[i] = own[i] == -128 ? -127 : own[i];",
    ],
    killedBy: "constants",
  },
  "many-rows-declined-as-computed": {
    what: "A filter of more than 16 rows is declined as if it were computed.",
    replace: [
      "if (!(input_info(host, node, 1)->flags & THIMBLE_TENSOR_CONSTANT)) return",
      "if (!(input_info(host, node, 1)->flags & THIMBLE_TENSOR_CONSTANT) || thimble_input(node, 1)->dims[0] > 16) return",
    ],
    killedBy: "supports",
  },
  "no-bias-declined-as-computed": {
    what: "A bias that is left out is declined as if it were computed.",
    replace: ["if (!bias || (", "if (bias && ("],
    killedBy: "supports",
  },
});
