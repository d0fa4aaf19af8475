import { type ArithmeticParams, type Kernel, mul } from "@thimble/core";
import { type BroadcastProduct, multiplyStored, prepareProduct } from "./shared/product-quantization.ts";

/** int8 product, requantized. */
export const mulS8: Kernel<ArithmeticParams, BroadcastProduct> = {
  name: "mul_s8",
  operator: mul,
  types: "int8, int8 -> int8",
  prepare: prepareProduct,
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
      for (let i = 0; i < length; i++)
        output[out++] = multiplyStored(first[a + i * firstStep]!, second[b + i * secondStep]!, quantization);
    }
  },
};
