import { type Mutant, mutantsOf } from "../mutant.ts";

const RESET = "(void)host;\n  begin(node);";
const COUNTDOWN = "record->left = params->cycles;\n  for";

export const circularBufferS8: readonly Mutant[] = mutantsOf("circular_buffer_s8", {
  "does-not-reset": {
    what: "A reset changes nothing.",
    replace: [RESET, "(void)host;\n  (void)node;"],
    killedBy: "reset",
  },
  "resets-the-countdown-only": {
    what: "After a reset the slots hold what they held.",
    replace: [
      RESET,
      "(void)host;\n  ((circular_buffer_record *)node->data)->left = ((const thimble_circular_buffer_params *)node->params)->cycles;",
    ],
    killedBy: "reset",
  },
  "resets-half-of-the-slots": {
    what: "The newer half of the slots is not emptied: not at first, where a variable begins at its zero point, nor at a reset.",
    replace: ["i < params->slots * params->depth;", "i < params->slots * params->depth / 2;"],
    killedBy: "matches",
  },
  "does-not-reset-the-countdown": {
    what: "After a reset the countdown goes on.",
    replace: [COUNTDOWN, "if (record->left == 0) record->left = params->cycles;\n  for"],
    killedBy: "reset",
  },
  "countdown-in-the-module": {
    what: "Invokes are counted in the module, those of all nodes together.",
    replace: ["if (--record->left > 0)", "static int32_t invokes;\n  if (++invokes % params->cycles != 0)"],
    killedBy: "writes",
  },
  "one-cycle-too-many": {
    what: "The rest of the graph runs one invoke too late.",
    replace: ["--record->left > 0", "record->left-- > 0"],
    killedBy: "matches",
  },
  "newest-first": {
    what: "The newest input is stored as the oldest slot.",
    replace: ["record->slots[count - depth + i] = input[i]", "record->slots[i] = input[i]"],
    killedBy: "matches",
  },
  "record-without-its-head": {
    what: "The record is as long as the slots: what stands before them is not counted.",
    replace: ["sizeof *record + slot_bytes", "slot_bytes"],
    killedBy: "writes",
  },
  "never-aborts": {
    what: "The rest of the graph runs at every invoke.",
    replace: ["return THIMBLE_ABORTED;", "return THIMBLE_OK;"],
    killedBy: "matches",
  },
  "empty-slots-are-0": {
    what: "The slots of a variable begin at a stored 0, not at its zero point.",
    replace: ["(int8_t)output->zero_point : 0", "0 : 0"],
    killedBy: "matches",
  },
  "output-kept-as-state": {
    what: "Older slots are taken from the output, as if it still held them.",
    replace: ["record->slots[i] = record->slots[i + depth];", "record->slots[i] = output[i + depth];"],
    killedBy: "reads",
  },
  "record-out-of-memory-ignored": {
    what: "Whether there was memory for the record is not asked.",
    replace: ["if (!record) return THIMBLE_OUT_OF_MEMORY;\n", ""],
    killedBy: "memory",
  },
});
