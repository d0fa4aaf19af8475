import { type Mutant, mutantsOf } from "../mutant.ts";

export const padS8: readonly Mutant[] = mutantsOf("pad_s8", {
  "padding-is-0": {
    what: "The padding is a stored 0, not the zero point.",
    replace: ["(int8_t)record->zero_point;", "0;"],
    killedBy: "matches",
  },
  "padding-of-the-last-axis-only": {
    what: "Only the last dimension's padding moves the input.",
    replace: ["record->start +=", "record->start ="],
    killedBy: "matches",
  },
  "last-element-not-filled": {
    what: "The output's last element keeps what it held where it is padding.",
    replace: ["i < padded_count;", "i < padded_count - 1;"],
    killedBy: "matches",
  },
  "padding-behind-not-filled": {
    what: "Only the padding in front of the first input is written.",
    replace: ["i < padded_count;", "i < padded_count && i < record->start;"],
    killedBy: "matches",
  },
  "fills-past-the-end": {
    what: "The element behind the output's last is filled too.",
    replace: ["i < padded_count;", "i <= padded_count;"],
    killedBy: "writes",
  },
  "value-ignored": {
    what: "A padding value that the node brings is not taken.",
    replace: ["optional_data(node, 2)", "optional_data(node, 3)"],
    killedBy: "matches",
  },
  "reads-past-the-end": {
    what: "The element behind the input's last is copied too, to where the first belongs.",
    replace: ["i < count;", "i <= count;"],
    killedBy: "matches",
  },
  "input-aligned-to-16": {
    what: "The input is taken to begin at a multiple of 16.",
    replace: ["*input = tensor->data,", "*input = (const int8_t *)((uintptr_t)tensor->data & ~(uintptr_t)15),"],
    killedBy: "alignment",
  },
});
