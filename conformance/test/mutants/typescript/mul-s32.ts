import { type ArithmeticParams, type Kernel, mul } from "@thimble/core";
import { type MutatedKernel, mutated } from "./mutant.ts";

interface Lines {
  multiply(first: number, second: number): number;
  /** Where the loop ends. */
  end(count: number): number;
  /** What is done to an input when it has been read. */
  afterwards(input: Int32Array): void;
}

/** MUL in int32 of two tensors of one shape, without an activation. Products wrap. */
const make = ({ multiply, end, afterwards }: Lines): Kernel<ArithmeticParams> => ({
  name: "mul_s32",
  operator: mul,
  types: "int32, int32 -> int32",
  supports(node) {
    if (node.input(0).size !== node.output(0).size) return "the first input is broadcast";
    if (node.input(1).size !== node.output(0).size) return "the second input is broadcast";
    return node.params.activation === "NONE" || "there is an activation";
  },
  invoke(node) {
    const first = node.input(0).data as Int32Array;
    const second = node.input(1).data as Int32Array;
    const output = node.output(0).data as Int32Array;
    for (let i = 0; i < end(output.length); i++) output[i] = multiply(first[i]!, second[i]!);
    afterwards(second);
    return undefined;
  },
});

export const mulS32: MutatedKernel = mutated(
  make,
  { multiply: Math.imul, end: (count) => count, afterwards: () => undefined },
  {
    "product-in-double": {
      what: "Products are computed in double, which loses the low bits of those of more than 53.",
      line: { multiply: (first, second) => first * second },
      killedBy: "matches",
    },
    "product-saturates": {
      what: "Products beyond the ends of 32 bits are saturated, where they should wrap.",
      line: {
        multiply: (first, second) => Math.min(Math.max(first * second, -(2 ** 31)), 2 ** 31 - 1),
      },
      killedBy: "matches",
    },
    "tail-of-four-dropped": {
      what: "What is left after the last four is not written.",
      line: { end: (count) => count - (count % 4) },
      killedBy: "matches",
    },
    "input-cleared": {
      what: "The second input is cleared when it has been read.",
      line: { afterwards: (input) => void input.fill(0) },
      killedBy: "constants",
    },
  },
);
