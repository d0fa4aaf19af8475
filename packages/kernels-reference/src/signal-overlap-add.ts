import type { AnyKernel, Kernel, Region } from "@thimble/core";
import { type SignalOverlapAddParams, signalOverlapAdd } from "@thimble/core/custom";
import { type ActivationRange, storedRange } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";

type OverlapAddKernel<T extends "int16" | "float32"> = Kernel<SignalOverlapAddParams, Region<T>>;

/**
 * The kernel for one type. For each signal the sum of the frames so far is kept where it is not complete; sums stay
 * between the bounds.
 */
const overlapAddKernel = <T extends "int16" | "float32">(
  name: string,
  type: T,
  { min, max }: ActivationRange,
): OverlapAddKernel<T> => ({
  name,
  operator: signalOverlapAdd,
  types: `${type} -> ${type}`,
  prepare: ({ params }, host) => host.allocatePersistent(type, params.signals * params.frameSize),
  invoke(node, state) {
    const { signals, frames, frameSize, frameStep } = node.params;
    const sums = state.data as Int16Array | Float32Array;
    const input = node.input(0).data as Int16Array | Float32Array;
    const output = node.output(0).data as Int16Array | Float32Array;
    for (let frame = 0; frame < signals * frames; frame++) {
      const start = Math.floor(frame / frames) * frameSize;
      for (let i = 0; i < frameSize; i++)
        sums[start + i] = clamp(sums[start + i]! + input[frame * frameSize + i]!, min, max);
      for (let i = 0; i < frameStep; i++) output[frame * frameStep + i] = sums[start + i]!;
      sums.copyWithin(start, start + frameStep, start + frameSize);
      sums.fill(0, start + frameSize - frameStep, start + frameSize);
    }
  },
  reset(_, state) {
    state.bytes.fill(0);
  },
});

export const signalOverlapAddS16: OverlapAddKernel<"int16"> = overlapAddKernel(
  "signal_overlap_add_s16",
  "int16",
  storedRange("int16"),
);

export const signalOverlapAddF32: OverlapAddKernel<"float32"> = overlapAddKernel("signal_overlap_add_f32", "float32", {
  min: Number.NEGATIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
});

/** SignalOverlapAdd in every type. */
export const signalOverlapAddKernels: readonly AnyKernel[] = [signalOverlapAddS16, signalOverlapAddF32];
