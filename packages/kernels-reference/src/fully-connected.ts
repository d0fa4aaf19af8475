import type { AnyKernel } from "@thimble/core";
import { fullyConnectedF32 } from "./fully-connected-f32.ts";
import { fullyConnectedS8 } from "./fully-connected-s8.ts";
import { fullyConnectedS8S4 } from "./fully-connected-s8s4.ts";
import { fullyConnectedS16 } from "./fully-connected-s16.ts";

export { fullyConnectedF32, fullyConnectedS8, fullyConnectedS8S4, fullyConnectedS16 };

/** FULLY_CONNECTED in every type. */
export const fullyConnectedKernels: readonly AnyKernel[] = [
  fullyConnectedF32,
  fullyConnectedS8,
  fullyConnectedS8S4,
  fullyConnectedS16,
];
