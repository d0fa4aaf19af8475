import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import type { GeneratedTensor } from "./graph.ts";
import { filterQuantization, seed, smallExtent } from "./pieces.ts";
import { randomData } from "./random-data.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Numbers of the methods. */
const LUT = 0;
const PRUNE = 2;

/** What stands in front of the tables: method, its version, the version of its own data, that data. */
const header = (method: number, parameter = 0, stride = 0): readonly number[] => [
  ...[method, 1, 0, 0, 1, parameter, stride],
  ...new Array<number>(9).fill(0),
];

const bytes = (data: readonly number[]): GeneratedTensor => ({
  type: "uint8",
  shape: [data.length],
  data: Uint8Array.from(data),
});

const arbitrary = fc.record({
  channels: smallExtent,
  perChannel: smallExtent,
  isLast: fc.boolean(),
  bits: fc.integer({ min: 1, max: 7 }),
  isLut: fc.boolean(),
  seed,
});

/** TFLM_DECODE of one tensor: indices into a table for each channel, or what is left of a pruned tensor. */
export const decode = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  arbitrary.chain(({ channels, perChannel, isLast, bits, isLut, seed }) => {
    const shape = isLast ? [perChannel, channels] : [channels, perChannel];
    const size = channels * perChannel;
    const stride = isLut ? 2 ** bits : 0;
    const values = randomData(type, [isLut ? channels * stride : size], seed);
    const encoded = randomData("uint8", [Math.ceil((isLut ? bits * size : size) / 8)], seed + 1);
    return filterQuantization(channels, isLast ? 1 : 0).map((quantization) => ({
      operator: "TFLM_DECODE",
      inputs: [bytes([...encoded]), bytes([...header(isLut ? LUT : PRUNE, isLut ? bits : 0, stride), ...values])],
      outputs: [{ type, shape, quantization }],
    }));
  });
