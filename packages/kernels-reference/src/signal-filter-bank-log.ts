import type { AnyKernel, Kernel, Region } from "@thimble/core";
import { type SignalFilterBankLogParams, signalFilterBankLog } from "@thimble/core/custom";
import { fillLogTable, LOG_TABLE_LENGTH, logFixedPoint } from "./arithmetic/log-fixed-point.ts";

/** The logarithm of uint32 values as int16, saturated; 0 for 0 and 1. */
export const signalFilterBankLogU32: Kernel<SignalFilterBankLogParams, Region<"uint16">> = {
  name: "signal_filter_bank_log_u32",
  operator: signalFilterBankLog,
  types: "uint32 -> int16",
  prepare(_, host) {
    const table = host.allocatePersistent("uint16", LOG_TABLE_LENGTH);
    fillLogTable(table.data);
    return table;
  },
  invoke(node, table) {
    const { outputScale, correctionBits } = node.params;
    const input = node.input(0).data as Uint32Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) {
      const scaled = (input[i]! << correctionBits) >>> 0;
      output[i] = scaled > 1 ? Math.min(logFixedPoint(table.data, scaled, outputScale), 32767) : 0;
    }
  },
};

/** SignalFilterBankLog. */
export const signalFilterBankLogKernels: readonly AnyKernel[] = [signalFilterBankLogU32];
