import { type Mutant, mutantsOf } from "../mutant.ts";

const OUTPUT = "record->output = output_stage_of(host, node, params->activation);";
const STORED = "stored_output(thimble_requantize(sum, record->factor), &record->output)";

export const addS8: readonly Mutant[] = mutantsOf("add_s8", {
  "broadcast-of-first": {
    what: "The second input is walked over as the first is: wrong where only one of them is broadcast.",
    replace: ["record->second.strides", "record->first.strides"],
    killedBy: "matches",
  },
  "four-dimensions-assumed": {
    what: "Only the last four dimensions are walked over.",
    replace: [
      "const int8_t a = first[strided_index(dims, rank, record->first.strides, i)];",
      "const int8_t a = first[strided_index(dims + (rank > 4 ? rank - 4 : 0), rank > 4 ? 4 : rank, record->first.strides + (rank > 4 ? rank - 4 : 0), i)];",
    ],
    killedBy: "matches",
  },
  "zero-point-of-second-forgotten": {
    what: "The second input is added as it is stored.",
    replace: [".zero_point = info->zero_point", ".zero_point = index == 0 ? info->zero_point : 0"],
    killedBy: "matches",
  },
  "zero-point-of-a-constant-forgotten": {
    what: "An input that is constant is added as it is stored.",
    replace: [
      ".zero_point = info->zero_point",
      ".zero_point = info->flags & THIMBLE_TENSOR_CONSTANT ? 0 : info->zero_point",
    ],
    killedBy: "matches",
  },
  "ten-spare-bits": {
    what: "Terms have 10 bits to spare, where the reference has 20: sums are less exact.",
    replace: ["#define SPARE_BITS 20", "#define SPARE_BITS 10"],
    killedBy: "matches",
  },
  "scale-of-first-as-common": {
    what: "Terms are brought to twice the first input's scale, whichever is greater.",
    replace: ["2 * (first > second ? first : second)", "2 * (first > 0 ? first : second)"],
    killedBy: "matches",
  },
  "does-not-saturate": {
    what: "Outputs beyond the ends of 8 bits wrap.",
    replace: [`(int8_t)${STORED}`, "(int8_t)(thimble_requantize(sum, record->factor) + record->output.zero_point)"],
    killedBy: "matches",
  },
  "saturates-at-int16": {
    what: "Outputs are saturated at the ends of 16 bits, then cut to 8.",
    replace: [
      STORED,
      "stored_output(thimble_requantize(sum, record->factor), &(output_stage){record->output.zero_point, {INT16_MIN, INT16_MAX}})",
    ],
    killedBy: "matches",
  },
  "output-zero-point-doubled": {
    what: "The output's zero point is added twice.",
    replace: [OUTPUT, `${OUTPUT}\n  record->output.zero_point *= 2;`],
    killedBy: "matches",
  },
  "bounds-swapped": {
    what: "The upper bound of the activation is the lower one, and the other way round.",
    replace: [
      OUTPUT,
      `${OUTPUT}\n  record->output.range = (thimble_range){record->output.range.max, record->output.range.min};`,
    ],
    killedBy: "matches",
  },
  "relu-at-stored-0": {
    what: "RELU clamps at a stored 0, not at the zero point.",
    replace: [OUTPUT, `${OUTPUT}\n  if (params->activation == THIMBLE_ACTIVATION_RELU) record->output.range.min = 0;`],
    killedBy: "matches",
  },
  "record-of-the-first-node": {
    what: "The module keeps the record of the first node that runs, and takes it for every other.",
    replace: [
      "const add_record *record = node->data;",
      "static const add_record *record;\n  if (!record) record = node->data;",
    ],
    killedBy: "writes",
  },
  "rounds-once": {
    what: "Sums are rounded once, though the kernel declares two roundings.",
    replace: ["stored_output(thimble_requantize(sum", "stored_output(thimble_requantize_single(sum"],
    killedBy: "matches",
  },
  "output-written-before-it-is-read": {
    what: "The output is cleared first, though it may lie on an input that is still to be read.",
    replace: [
      "const int32_t *dims = thimble_output(node, 0)->dims, rank",
      "__builtin_memset(output, 0, (uint32_t)thimble_element_count(thimble_output(node, 0)));\n  const int32_t *dims = thimble_output(node, 0)->dims, rank",
    ],
    killedBy: "in-place",
  },
});
