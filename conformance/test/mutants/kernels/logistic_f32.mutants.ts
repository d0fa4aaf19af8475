import { type Mutant, mutantsOf } from "../mutant.ts";

export const logisticF32: readonly Mutant[] = mutantsOf("logistic_f32", {
  "polynomial-of-third-order": {
    what: "The polynomial ends after the cube: results are off by some thousandths.",
    replace: ["int32_t k = 6;", "int32_t k = 3;"],
    killedBy: "matches",
  },
  "exact-declared": {
    what: "Every bit of the reference's is declared, though the polynomial comes only close to it.",
    replace: ["THIMBLE_EXACTNESS_TOLERANCE", "THIMBLE_EXACTNESS_EXACT"],
    killedBy: "matches",
  },
  "nan-becomes-a-half": {
    what: "What is no number counts as 0.",
    replace: ["if (x != x) return x;", "if (x != x) return 0.5;"],
    killedBy: "matches",
  },
  "saturates-at-8": {
    what: "Inputs beyond 8 count as 8: results are off by some ten-thousandths.",
    replace: ["x < -700 ? -700 : x > 700 ? 700 : x", "x < -8 ? -8 : x > 8 ? 8 : x"],
    killedBy: "matches",
  },
  "large-inputs-not-limited": {
    what: "Inputs far below 0 leave the range of the exponential.",
    replace: ["x < -700 ? -700 : x > 700 ? 700 : x", "x"],
    killedBy: "matches",
  },
  "output-aligned-to-8": {
    what: "The output is taken to begin at a multiple of 8.",
    replace: [
      "output = thimble_output(node, 0)->data;",
      "output = (float *)((uintptr_t)thimble_output(node, 0)->data & ~(uintptr_t)7);",
    ],
    killedBy: "alignment",
  },
  "tail-of-four-dropped": {
    what: "What is left after the last four is not written.",
    replace: ["i < count; i++", "i < (count & ~3); i++"],
    killedBy: "matches",
  },
});
