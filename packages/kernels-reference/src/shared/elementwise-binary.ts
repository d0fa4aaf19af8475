import type { Operator } from "@thimble/core";
import { type BinaryFunction, type BinaryKernel, binaryKernel, type IntegerType } from "./binary-kernel.ts";

/** The kernel of an operator that is a function of two stored integers and nothing else. */
export const elementwiseBinary = <Params = void>(
  operator: Operator<Params>,
  type: IntegerType,
  f: (a: number, b: number) => number,
  options: Pick<BinaryFunction<Params, undefined>, "outputType" | "beyondTflm"> = {},
): BinaryKernel<Params> => binaryKernel({ operator, type, ...options, prepare: () => undefined, combine: f });
