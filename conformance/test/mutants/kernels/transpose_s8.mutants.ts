import { type Mutant, mutantsOf } from "../mutant.ts";

export const transposeS8: readonly Mutant[] = mutantsOf("transpose_s8", {
  "permutation-inverted": {
    what: "Dimensions go where they should come from: wrong where the two are not the same.",
    replace: [
      "record->strides[d] = strides[params->permutation[d]];",
      "record->strides[params->permutation[d]] = strides[d];",
    ],
    killedBy: "matches",
  },
  "in-place-declared": {
    what: "The output may lie on the input, says the kernel, though it overwrites what is still to be read.",
    replace: [".prepare = prepare,", ".in_place = 1,\n    .prepare = prepare,"],
    killedBy: "in-place",
  },
  "four-dimensions-assumed": {
    what: "Of more than four dimensions the last are not walked along.",
    replace: ["d < input->rank;", "d < input->rank && d < 4;"],
    killedBy: "matches",
  },
  "last-element-dropped": {
    what: "The last element is not written.",
    replace: ["i < thimble_element_count(tensor);", "i < thimble_element_count(tensor) - 1;"],
    killedBy: "matches",
  },
  "record-too-small": {
    what: "The record is as long as a pointer to it.",
    replace: ["sizeof *record", "sizeof record"],
    killedBy: "writes",
  },
  "allocates-in-invoke": {
    what: "Invoke asks for temporary memory.",
    replace: ["(void)host;", "host->allocate_temporary(host, sizeof(transpose_record));"],
    killedBy: "allocation",
  },
});
