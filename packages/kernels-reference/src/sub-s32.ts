import { type ArithmeticParams, type Kernel, sub } from "@thimble/core";
import { activationRangeS32 } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { type BroadcastClamped, prepareBroadcastClamped } from "./shared/broadcast.ts";

/** Plain int32 difference, which wraps. */
export const subS32: Kernel<ArithmeticParams, BroadcastClamped> = {
  name: "sub_s32",
  operator: sub,
  types: "int32, int32 -> int32",
  prepare: (node) => prepareBroadcastClamped(node, activationRangeS32(node.params.activation)),
  invoke(node, { cursor, length, firstStep, secondStep, min, max }) {
    const first = node.input(0).data as Int32Array;
    const second = node.input(1).data as Int32Array;
    const output = node.output(0).data as Int32Array;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++) {
        const difference = (first[a + i * firstStep]! - second[b + i * secondStep]!) | 0;
        output[out++] = clamp(difference, min, max);
      }
    }
  },
};
