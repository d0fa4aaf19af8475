import type { AnyKernel, Kernel } from "@thimble/core";
import { type SignalEnergyParams, signalEnergy } from "@thimble/core/custom";

/** re² + im² of an int16 spectrum. */
export const signalEnergyS16: Kernel<SignalEnergyParams> = {
  name: "signal_energy_s16",
  operator: signalEnergy,
  types: "int16 -> uint32",
  invoke(node) {
    const { start, end } = node.params;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Uint32Array;
    output.fill(0);
    for (let bin = start; bin < end; bin++) {
      const real = input[2 * bin]!;
      const imaginary = input[2 * bin + 1]!;
      output[bin] = real * real + imaginary * imaginary;
    }
  },
};

/** SignalEnergy. */
export const signalEnergyKernels: readonly AnyKernel[] = [signalEnergyS16];
