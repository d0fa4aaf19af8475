import { type ArithmeticParams, add, type Kernel } from "@thimble/core";
import { type BroadcastSum, prepareSum, scaleTerm, storeSum } from "./shared/sum-quantization.ts";

/** int16 sum of terms brought to a common scale. */
export const addS16: Kernel<ArithmeticParams, BroadcastSum> = {
  name: "add_s16",
  operator: add,
  types: "int16, int16 -> int16",
  prepare: (node) => prepareSum(node, (factor) => factor),
  invoke(node, { broadcast, quantization }) {
    const { cursor, length, firstStep, secondStep } = broadcast;
    const first = node.input(0).data as Int16Array;
    const second = node.input(1).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++) {
        const left = scaleTerm(first[a + i * firstStep]!, quantization.first);
        const right = scaleTerm(second[b + i * secondStep]!, quantization.second);
        output[out++] = storeSum((left + right) | 0, quantization);
      }
    }
  },
};
