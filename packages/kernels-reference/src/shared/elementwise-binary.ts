import type { Operator } from "@thimble/core";
import { type BinaryFunction, type BinaryKernel, binaryKernel } from "./binary-kernel.ts";
import type { ElementType } from "./elements.ts";

/** The kernel of an operator that is a function of two stored elements and nothing else. */
export const elementwiseBinary = <Params = void>(
  operator: Operator<Params>,
  type: ElementType,
  f: (a: number, b: number) => number,
  options: Pick<BinaryFunction<Params, undefined>, "outputType" | "beyondTflm"> = {},
): BinaryKernel<Params> => binaryKernel({ operator, type, ...options, prepare: () => undefined, combine: f });
