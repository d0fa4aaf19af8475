import { type ArithmeticParams, type Kernel, sub } from "@thimble/core";
import { type BroadcastSum, prepareSum, scaleTerm, storeSum } from "./shared/sum-quantization.ts";

/** int8 difference of terms brought to a common scale. */
export const subS8: Kernel<ArithmeticParams, BroadcastSum> = {
  name: "sub_s8",
  operator: sub,
  types: "int8, int8 -> int8",
  prepare: (node) => prepareSum(node, Math.fround),
  invoke(node, { broadcast, quantization }) {
    const { cursor, length, firstStep, secondStep } = broadcast;
    const first = node.input(0).data as Int8Array;
    const second = node.input(1).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++) {
        const left = scaleTerm(first[a + i * firstStep]!, quantization.first);
        const right = scaleTerm(second[b + i * secondStep]!, quantization.second);
        output[out++] = storeSum((left - right) | 0, quantization);
      }
    }
  },
};
