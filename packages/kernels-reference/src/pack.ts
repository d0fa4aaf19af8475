import { type AnyKernel, definePack, type Pack } from "@thimble/core";
import { conv2dKernels } from "./conv-2d.ts";

/** Every kernel of the reference, by operator. */
export const kernels: readonly AnyKernel[] = [...conv2dKernels];

/** The reference pack: the last word on what an operator computes, and the last in a resolver's order. */
export const reference: Pack = definePack({ id: "@thimble/kernels-reference", version: "0.1.0", kernels });
