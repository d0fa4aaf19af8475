import { type AnyKernel, logicalAnd } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";

/** 1 where both inputs hold, else 0. */
export const logicalAndBool: BinaryKernel = elementwiseBinary(logicalAnd, "bool", (a, b) =>
  a !== 0 && b !== 0 ? 1 : 0,
);

/** LOGICAL_AND in every type. */
export const logicalAndKernels: readonly AnyKernel[] = [logicalAndBool];
