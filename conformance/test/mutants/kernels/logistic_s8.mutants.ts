import { type Mutant, mutantsOf } from "../mutant.ts";

export const logisticS8: readonly Mutant[] = mutantsOf("logistic_s8", {
  "table-in-the-module": {
    what: "The table is kept in the module, where the next node's replaces it.",
    replace: ["{ return node->data; }", "{\n  static int8_t table[256];\n  return node->data ? table : NULL;\n}"],
    killedBy: "instances",
  },
  "index-is-signed": {
    what: "Negative inputs read before the table.",
    replace: ["const uint8_t *input", "const int8_t *input"],
    killedBy: "matches",
  },
  "one-step-less": {
    what: "The reciprocal takes two steps of three, and is less exact.",
    replace: ["step < 3", "step < 2"],
    killedBy: "matches",
  },
  "table-half-as-long": {
    what: "Memory is asked for half of the table: the other half is written behind it.",
    replace: ["allocate_persistent(host, node, 256)", "allocate_persistent(host, node, 128)"],
    killedBy: "writes",
  },
  truncates: {
    what: "Results are rounded down.",
    replace: [
      "thimble_rounding_divide_by_pot(logistic(thimble_requantize(centered, factor)), 23)",
      "logistic(thimble_requantize(centered, factor)) >> 23",
    ],
    killedBy: "matches",
  },
  "does-not-saturate": {
    what: "1 is stored as 128, which wraps.",
    replace: ["return thimble_clamp(scaled - 128, INT8_MIN, INT8_MAX);", "return scaled - 128;"],
    killedBy: "matches",
  },
  "zero-point-forgotten": {
    what: "Inputs are taken as they are stored.",
    replace: ["stored - input->zero_point", "stored"],
    killedBy: "matches",
  },
  "least-zero-point-is-127-below": {
    what: "A zero point of -128 counts as -127.",
    replace: ["stored - input->zero_point", "stored - (input->zero_point > INT8_MIN ? input->zero_point : -INT8_MAX)"],
    killedBy: "matches",
  },
  "table-out-of-memory-ignored": {
    what: "Whether there was memory for the table is not asked.",
    replace: [
      "if (!host->allocate_persistent(host, node, 256)) return THIMBLE_OUT_OF_MEMORY;",
      "host->allocate_persistent(host, node, 256);",
    ],
    killedBy: "memory",
  },
  "address-behind-the-table": {
    what: "Behind the table, the record keeps the node's address.",
    replace: [
      "if (!host->allocate_persistent(host, node, 256)) return THIMBLE_OUT_OF_MEMORY;",
      "thimble_node **record = host->allocate_persistent(host, node, 264);\n  if (!record) return THIMBLE_OUT_OF_MEMORY;\n  record[64] = node;",
    ],
    killedBy: "relocation",
  },
  "writes-past-the-end": {
    what: "One output more than there is is written.",
    replace: ["i < count; i++", "i <= count; i++"],
    killedBy: "writes",
  },
  "input-aligned-to-8": {
    what: "The input is taken to begin at a multiple of 8.",
    replace: [
      "input = thimble_input(node, 0)->data;",
      "input = (const uint8_t *)((uintptr_t)thimble_input(node, 0)->data & ~(uintptr_t)7);",
    ],
    killedBy: "alignment",
  },
});
