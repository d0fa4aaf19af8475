import { type ArithmeticParams, type Kernel, mul } from "@thimble/core";
import { type BroadcastProduct, multiplyStored, prepareProduct } from "./shared/product-quantization.ts";

/** int16 product, requantized. */
export const mulS16: Kernel<ArithmeticParams, BroadcastProduct> = {
  name: "mul_s16",
  operator: mul,
  types: "int16, int16 -> int16",
  prepare: prepareProduct,
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
      for (let i = 0; i < length; i++)
        output[out++] = multiplyStored(first[a + i * firstStep]!, second[b + i * secondStep]!, quantization);
    }
  },
};
