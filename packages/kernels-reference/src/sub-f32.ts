import { type ArithmeticParams, type Kernel, sub } from "@thimble/core";
import { activationRangeF32 } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { type BroadcastClamped, prepareBroadcastClamped } from "./shared/broadcast.ts";

/** float32 difference. */
export const subF32: Kernel<ArithmeticParams, BroadcastClamped> = {
  name: "sub_f32",
  operator: sub,
  types: "float32, float32 -> float32",
  prepare: (node) => prepareBroadcastClamped(node, activationRangeF32(node.params.activation)),
  invoke(node, { cursor, length, firstStep, secondStep, min, max }) {
    const first = node.input(0).data as Float32Array;
    const second = node.input(1).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++) {
        const difference = first[a + i * firstStep]! - second[b + i * secondStep]!;
        output[out++] = clamp(difference, min, max);
      }
    }
  },
};
