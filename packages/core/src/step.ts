import { ThimbleError } from "@thimble/schema";
import { type AnyKernel, type KernelStatus, kernelStatus } from "./kernel.ts";
import type { KernelNode } from "./node.ts";
import type { Pack } from "./pack.ts";
import type { Profiler } from "./profiler.ts";

/** A node that is ready to run: its kernel and what the kernel prepared for it. */
export interface Step {
  readonly node: KernelNode;
  readonly kernel: AnyKernel;
  readonly pack: Pack;
  readonly data: unknown;
}

/** Runs steps in order until one of them says that there is no output yet. */
export function runSteps(steps: readonly Step[], profiler: Profiler | undefined): KernelStatus {
  for (const step of steps) {
    profiler?.begin(step);
    const status = runStep(step);
    profiler?.end(step);
    if (status) return status;
  }
  return kernelStatus.ok;
}

function runStep(step: Step): KernelStatus | undefined {
  try {
    return step.kernel.invoke(step.node, step.data);
  } catch (cause) {
    throw kernelFailure(step, cause);
  }
}

/** Calls a kernel outside of invoke; what it throws becomes a `KERNEL_FAILED` that names it. */
export function guardKernel<T>(step: Omit<Step, "data">, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw kernelFailure(step, cause);
  }
}

function kernelFailure({ node, kernel, pack }: Omit<Step, "data">, cause: unknown): ThimbleError {
  if (cause instanceof ThimbleError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ThimbleError(
    "KERNEL_FAILED",
    `${node.location}: kernel ${kernel.name} of ${pack.id}@${pack.version} failed: ${reason}; report it to the pack's authors`,
    { cause },
  );
}
