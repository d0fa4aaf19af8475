import { type AnyKernel, prelu } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";
import { type PreluKernel, preluKernel } from "./shared/prelu-kernel.ts";

/** float32 rectifier with a slope under 0 of each element's own. */
export const preluF32: BinaryKernel = elementwiseBinary(prelu, "float32", (x, alpha) => (x >= 0 ? x : x * alpha));

export const preluS8: PreluKernel = preluKernel("int8");
export const preluS16: PreluKernel = preluKernel("int16");

/** PRELU in every type. */
export const preluKernels: readonly AnyKernel[] = [preluF32, preluS8, preluS16];
