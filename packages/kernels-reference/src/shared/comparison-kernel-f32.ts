import type { Kernel, Operator } from "@thimble/core";
import { type Relations, relationOf } from "../arithmetic/relations.ts";
import { type Broadcast, prepareBroadcast } from "./broadcast.ts";

export type ComparisonKernelF32 = Kernel<void, Broadcast>;

/** The float32 kernel of a comparison: 1 where the elements stand in one of the relations, else 0. */
export const comparisonKernelF32 = (operator: Operator<void>, holding: Relations): ComparisonKernelF32 => ({
  name: `${operator.name.toLowerCase()}_f32`,
  operator,
  types: "float32, float32 -> bool",
  prepare: prepareBroadcast,
  invoke(node, { cursor, length, firstStep, secondStep }) {
    const first = node.input(0).data as Float32Array;
    const second = node.input(1).data as Float32Array;
    const output = node.output(0).data as Uint8Array;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++) {
        const relation = relationOf(first[a + i * firstStep]!, second[b + i * secondStep]!);
        output[out++] = Number((relation & holding) !== 0);
      }
    }
  },
});
