import { type Mutant, mutantsOf } from "../mutant.ts";

const PRODUCT = "(double)input[i] * (double)weights[i]";

export const fullyConnectedF32: readonly Mutant[] = mutantsOf("fully_connected_f32", {
  "last-product-dropped": {
    what: "The last product of each sum is missing.",
    replace: ["i < depth; i++", "i < depth - 1; i++"],
    killedBy: "matches",
  },
  "reads-an-input-past-the-end": {
    what: "An input behind the row's last is multiplied with 0: that matters where it is infinite or no number.",
    replace: [
      `i < depth; i++) sum += ${PRODUCT}`,
      "i <= depth; i++) sum += (double)input[i] * (i < depth ? (double)weights[i] : 0)",
    ],
    killedBy: "reads",
  },
  "reads-a-weight-past-the-end": {
    what: "A weight behind the row's last is multiplied with 0: that matters where it is infinite or no number.",
    replace: [
      `i < depth; i++) sum += ${PRODUCT}`,
      "i <= depth; i++) sum += (i < depth ? (double)input[i] : 0) * (double)weights[i]",
    ],
    killedBy: "reads",
  },
  "sum-in-float": {
    what: "Sums are kept in float, though the kernel declares every bit of the reference's.",
    replace: ["double sum = bias;", "float sum = (float)bias;"],
    killedBy: "matches",
  },
  "products-in-float": {
    what: "Products are rounded to float, though the kernel declares every bit of the reference's.",
    replace: [PRODUCT, "(double)(input[i] * weights[i])"],
    killedBy: "matches",
  },
  "nan-becomes-the-bound": {
    what: "A sum that is no number becomes the lower bound.",
    replace: ["if (sum <= range->min)", "if (!(sum > range->min))"],
    killedBy: "matches",
  },
  "upper-bound-ignored": {
    what: "An activation clamps from below only.",
    replace: ["sum >= range->max ? range->max : (float)sum", "(float)sum"],
    killedBy: "matches",
  },
  "bias-of-row-0": {
    what: "Every row has the bias of the first.",
    replace: ["bias ? bias[row] : 0", "bias ? bias[0] : 0"],
    killedBy: "matches",
  },
  "output-transposed": {
    what: "Batches lie side by side in the output.",
    replace: ["output[batch * rows + row]", "output[row * params->batches + batch]"],
    killedBy: "matches",
  },
  "input-aligned-to-16": {
    what: "The input is taken to begin at a multiple of 16.",
    replace: [
      "input = thimble_input(node, 0)->data;",
      "input = (const float *)((uintptr_t)thimble_input(node, 0)->data & ~(uintptr_t)15);",
    ],
    killedBy: "alignment",
  },
  "in-place-declared": {
    what: "The output may lie on the input, says the kernel, though the first row's result overwrites what the second reads.",
    replace: [".prepare = prepare,", ".in_place = 1,\n    .prepare = prepare,"],
    killedBy: "in-place",
  },
});
