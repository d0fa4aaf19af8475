import { type AnyKernel, type Kernel, type SignalFilterBankLogParams, signalFilterBankLog } from "@thimble/core";
import { logFixedPoint } from "./arithmetic/log-fixed-point.ts";

/** The logarithm of uint32 values as int16, saturated; 0 for 0 and 1. */
export const signalFilterBankLogU32: Kernel<SignalFilterBankLogParams> = {
  name: "signal_filter_bank_log_u32",
  operator: signalFilterBankLog,
  types: "uint32 -> int16",
  invoke(node) {
    const { outputScale, correctionBits } = node.params;
    const input = node.input(0).data as Uint32Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) {
      const scaled = (input[i]! << correctionBits) >>> 0;
      output[i] = scaled > 1 ? Math.min(logFixedPoint(scaled, outputScale), 32767) : 0;
    }
  },
};

/** SignalFilterBankLog. */
export const signalFilterBankLogKernels: readonly AnyKernel[] = [signalFilterBankLogU32];
