import type { Kernel, Operator } from "@thimble/core";
import { relationOfInt64 } from "../arithmetic/relation-of-int64.ts";
import type { Relations } from "../arithmetic/relations.ts";
import { type Broadcast, prepareBroadcast } from "./broadcast.ts";
import { copyBytes } from "./copy-bytes.ts";

export type ChoiceKernelS64 = Kernel<void, Broadcast>;

/** The int64 kernel that gives the first element where it stands to the second in the relation, else the second. */
export const choiceKernelS64 = (operator: Operator<void>, chosen: Relations): ChoiceKernelS64 => ({
  name: `${operator.name.toLowerCase()}_s64`,
  operator,
  types: "int64, int64 -> int64",
  inPlace: [0, 1],
  prepare: prepareBroadcast,
  invoke(node, { cursor, length, firstStep, secondStep }) {
    const first = node.input(0).bytes;
    const second = node.input(1).bytes;
    const output = node.output(0).bytes;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      for (let i = 0; i < length; i++, out += 8) {
        const a = 8 * (cursor.first + i * firstStep);
        const b = 8 * (cursor.second + i * secondStep);
        if (relationOfInt64(first, a, second, b) === chosen) copyBytes(first, a, 8, output, out);
        else copyBytes(second, b, 8, output, out);
      }
    }
  },
});
