import { ThimbleError } from "@thimble/schema";
import type { AnyKernel } from "./kernel.ts";
import type { KernelNode } from "./node.ts";
import type { Pack } from "./pack.ts";
import { reasonOf } from "./reason-of.ts";

/** A node that is ready to run: its kernel and what the kernel prepared for it. */
export interface Step {
  readonly node: KernelNode;
  readonly kernel: AnyKernel;
  readonly pack: Pack;
  readonly data: unknown;
}

/** Calls a kernel outside of invoke; what it throws becomes a `KERNEL_FAILED` that names it. */
export function guardKernel<T>(step: Omit<Step, "data">, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw kernelFailure(step, cause);
  }
}

/** What a kernel threw, as an error that names it. */
export function kernelFailure({ node, kernel, pack }: Omit<Step, "data">, cause: unknown): ThimbleError {
  if (cause instanceof ThimbleError) return cause;
  return new ThimbleError(
    "KERNEL_FAILED",
    `${node.location}: kernel ${kernel.name} of ${pack.id}@${pack.version} failed: ${reasonOf(cause)}; report it to the pack's authors`,
    { cause },
  );
}
