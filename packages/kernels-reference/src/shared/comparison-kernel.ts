import type { Operator } from "@thimble/core";
import type { BinaryKernel } from "./binary-kernel.ts";
import type { ElementType } from "./elements.ts";
import { elementwiseBinary } from "./elementwise-binary.ts";

/** The kernel of a comparison of stored elements. */
export const comparisonKernel = (
  operator: Operator<void>,
  type: ElementType,
  holds: (a: number, b: number) => boolean,
  beyondTflm = false,
): BinaryKernel => elementwiseBinary(operator, type, (a, b) => Number(holds(a, b)), { outputType: "bool", beyondTflm });
