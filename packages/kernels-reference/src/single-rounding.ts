import { type AnyKernel, definePack, type Pack } from "@thimble/core";
import { roundOnce } from "./arithmetic/requantize.ts";
import { reference } from "./pack.ts";

/** Runs `compute` with one rounding. */
function rounded<T>(compute: () => T): T {
  const before = roundOnce(true);
  try {
    return compute();
  } finally {
    roundOnce(before);
  }
}

const onceRounded = (kernel: AnyKernel): AnyKernel => ({
  ...kernel,
  rounding: "single",
  ...(kernel.prepare && { prepare: (node, host) => rounded(() => kernel.prepare!(node, host)) }),
  invoke: (node, data) => rounded(() => kernel.invoke(node, data)),
});

/**
 * The reference with single rounding, as TFLite computes with `TFLITE_SINGLE_ROUNDING`: what packs that declare single
 * rounding are held to. Everything but the rounding of rescaled sums is the reference's.
 */
export const singleRounding: Pack = definePack({ ...reference, kernels: reference.kernels.map(onceRounded) });
