import { type ArithmeticParams, add, type Kernel } from "@thimble/core";
import { type Broadcast, prepareBroadcast } from "./shared/broadcast.ts";

/** Plain int32 sum, which wraps. TFLM applies no activation here. */
export const addS32: Kernel<ArithmeticParams, Broadcast> = {
  name: "add_s32",
  operator: add,
  types: "int32, int32 -> int32",
  prepare: prepareBroadcast,
  invoke(node, { cursor, length, firstStep, secondStep }) {
    const first = node.input(0).data as Int32Array;
    const second = node.input(1).data as Int32Array;
    const output = node.output(0).data as Int32Array;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++) output[out++] = first[a + i * firstStep]! + second[b + i * secondStep]!;
    }
  },
};
