import type { AnyKernel } from "@thimble/core";
import { mulF32 } from "./mul-f32.ts";
import { mulS8 } from "./mul-s8.ts";
import { mulS16 } from "./mul-s16.ts";
import { mulS32 } from "./mul-s32.ts";

export { mulF32, mulS8, mulS16, mulS32 };

/** MUL in every type. */
export const mulKernels: readonly AnyKernel[] = [mulF32, mulS32, mulS8, mulS16];
