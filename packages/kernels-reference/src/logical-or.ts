import { type AnyKernel, logicalOr } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";

/** 1 where an input holds, else 0. */
export const logicalOrBool: BinaryKernel = elementwiseBinary(logicalOr, "bool", (a, b) => (a !== 0 || b !== 0 ? 1 : 0));

/** LOGICAL_OR in every type. */
export const logicalOrKernels: readonly AnyKernel[] = [logicalOrBool];
