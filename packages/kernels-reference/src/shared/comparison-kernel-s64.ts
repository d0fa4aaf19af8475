import type { Kernel, Operator } from "@thimble/core";
import { relationOfInt64 } from "../arithmetic/relation-of-int64.ts";
import type { Relations } from "../arithmetic/relations.ts";
import { type Broadcast, prepareBroadcast } from "./broadcast.ts";

export type ComparisonKernelS64 = Kernel<void, Broadcast>;

/** The int64 kernel of a comparison: 1 where the elements stand in one of the relations, else 0. */
export const comparisonKernelS64 = (operator: Operator<void>, holding: Relations): ComparisonKernelS64 => ({
  name: `${operator.name.toLowerCase()}_s64`,
  operator,
  types: "int64, int64 -> bool",
  prepare: prepareBroadcast,
  invoke(node, { cursor, length, firstStep, secondStep }) {
    const first = node.input(0).bytes;
    const second = node.input(1).bytes;
    const output = node.output(0).data as Uint8Array;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++) {
        const relation = relationOfInt64(first, 8 * (a + i * firstStep), second, 8 * (b + i * secondStep));
        output[out++] = Number((relation & holding) !== 0);
      }
    }
  },
});
