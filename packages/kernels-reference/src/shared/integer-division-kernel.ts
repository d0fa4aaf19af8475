import { type Kernel, type KernelNode, nodeError, type Operator } from "@thimble/core";
import type { BinaryKernel } from "./binary-kernel.ts";
import { elementwiseBinary } from "./elementwise-binary.ts";

/** Throws `NODE_INVALID` where a divisor is 0: integers have no number for the quotient. */
function requireDivisors(node: KernelNode): void {
  const divisors = node.input(1).data as Int8Array | Int16Array | Int32Array;
  for (let i = 0; i < divisors.length; i++) if (divisors[i] === 0) throw nodeError(node, `divides by input2[${i}] = 0`);
}

/** The same kernel, which looks at the divisors before it divides. */
export const checkDivisors = <Params, Data>(kernel: Kernel<Params, Data>): Kernel<Params, Data> => ({
  ...kernel,
  invoke(node, data) {
    requireDivisors(node);
    return kernel.invoke(node, data);
  },
});

/** The kernel of an operator that divides integers, beyond TFLM, which divides floats only. */
export const integerDivisionKernel = (
  operator: Operator<void>,
  type: "int8" | "int16" | "int32",
  f: (a: number, b: number) => number,
): BinaryKernel => checkDivisors(elementwiseBinary(operator, type, f, { beyondTflm: true }));
