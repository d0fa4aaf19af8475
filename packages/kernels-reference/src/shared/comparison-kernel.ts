import type { Operator } from "@thimble/core";
import { type Relations, relationOf } from "../arithmetic/relations.ts";
import type { BinaryKernel } from "./binary-kernel.ts";
import { elementwiseBinary } from "./elementwise-binary.ts";

/** The kernel of a comparison of stored integers: 1 where they stand in one of the relations, else 0. */
export const comparisonKernel = (
  operator: Operator<void>,
  type: "bool" | "int16" | "int32",
  holding: Relations,
  beyondTflm = false,
): BinaryKernel =>
  elementwiseBinary(operator, type, (a, b) => Number((relationOf(a, b) & holding) !== 0), {
    outputType: "bool",
    beyondTflm,
  });
