import type { AnyKernel } from "./kernel.ts";
import type { KernelNode } from "./node.ts";
import type { Pack } from "./pack.ts";

/** One node about to run or just run. */
export interface ProfilerEvent {
  readonly node: KernelNode;
  readonly kernel: AnyKernel;
  readonly pack: Pack;
}

/** Told of every node as it runs; an interpreter without one pays nothing for it. Called in invoke: keep it short. */
export interface Profiler {
  begin(event: ProfilerEvent): void;
  end(event: ProfilerEvent): void;
}
