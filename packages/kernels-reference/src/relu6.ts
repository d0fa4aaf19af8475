import type { AnyKernel } from "@thimble/core";
import { relu6F32 } from "./relu6-f32.ts";
import { relu6S8 } from "./relu6-s8.ts";
import { relu6S16 } from "./relu6-s16.ts";

export { relu6F32, relu6S8, relu6S16 };

/** RELU6 in every type. */
export const relu6Kernels: readonly AnyKernel[] = [relu6F32, relu6S8, relu6S16];
