import { averagePool2DS8 } from "./average-pool-2d-s8.ts";
import { callOnceAny } from "./call-once-any.ts";
import { circularBufferS8 } from "./circular-buffer-s8.ts";
import { fullyConnectedF32 } from "./fully-connected-f32.ts";
import { ifAny } from "./if-any.ts";
import { mulS32 } from "./mul-s32.ts";
import type { MutatedKernel } from "./mutant.ts";
import { quantizeF32S8 } from "./quantize-f32-s8.ts";
import { whileAny } from "./while-any.ts";

/** Right kernels in TypeScript, each with its mutants. */
export const mutatedKernels: readonly MutatedKernel[] = [
  averagePool2DS8,
  callOnceAny,
  circularBufferS8,
  fullyConnectedF32,
  ifAny,
  mulS32,
  quantizeF32S8,
  whileAny,
];
