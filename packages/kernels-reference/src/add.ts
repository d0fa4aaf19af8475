import type { AnyKernel } from "@thimble/core";
import { addF32 } from "./add-f32.ts";
import { addS8 } from "./add-s8.ts";
import { addS16 } from "./add-s16.ts";
import { addS32 } from "./add-s32.ts";

export { addF32, addS8, addS16, addS32 };

/** ADD in every type. */
export const addKernels: readonly AnyKernel[] = [addF32, addS32, addS8, addS16];
