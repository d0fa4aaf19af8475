import { averagePool2DS8 } from "./average-pool-2d-s8.ts";
import { circularBufferS8 } from "./circular-buffer-s8.ts";
import { fullyConnectedF32 } from "./fully-connected-f32.ts";
import { mulS32 } from "./mul-s32.ts";
import type { MutatedKernel } from "./mutant.ts";
import { quantizeF32S8 } from "./quantize-f32-s8.ts";

/** Right kernels in TypeScript, each with its mutants. */
export const mutatedKernels: readonly MutatedKernel[] = [
  averagePool2DS8,
  circularBufferS8,
  fullyConnectedF32,
  mulS32,
  quantizeF32S8,
];
