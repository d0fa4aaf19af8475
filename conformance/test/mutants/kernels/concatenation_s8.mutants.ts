import { type Mutant, mutantsOf } from "../mutant.ts";

const RUN = "const int8_t *run = (const int8_t *)part->data + position * length;";

export const concatenationS8: readonly Mutant[] = mutantsOf("concatenation_s8", {
  "other-scales-not-declined": {
    what: "Inputs of another scale are taken, and copied as they are stored.",
    replace: ["if (params->requantizes)", "if (params->requantizes > 1)"],
    killedBy: "matches",
  },
  "three-inputs-at-most": {
    what: "Inputs behind the third are left out.",
    replace: ["k < node->input_count;", "k < node->input_count && k < 3;"],
    killedBy: "matches",
  },
  "always-the-first-run": {
    what: "Every position has the first one's run.",
    replace: ["+ position * length", "+ 0 * position * length"],
    killedBy: "matches",
  },
  "inputs-aligned-to-4": {
    what: "Inputs are taken to begin at a multiple of 4.",
    replace: [RUN, RUN.replace("part->data", "((uintptr_t)part->data & ~(uintptr_t)3)")],
    killedBy: "alignment",
  },
  "output-aligned-to-16": {
    what: "The output is taken to begin at a multiple of 16.",
    replace: ["output = whole->data;", "output = (int8_t *)((uintptr_t)whole->data & ~(uintptr_t)15);"],
    killedBy: "alignment",
  },
});
