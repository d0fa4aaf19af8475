import type { AnyKernel } from "@thimble/core";
import { subF32 } from "./sub-f32.ts";
import { subS8 } from "./sub-s8.ts";
import { subS16 } from "./sub-s16.ts";
import { subS32 } from "./sub-s32.ts";

export { subF32, subS8, subS16, subS32 };

/** SUB in every type. */
export const subKernels: readonly AnyKernel[] = [subF32, subS32, subS8, subS16];
