import type { AnyKernel, Kernel } from "@thimble/core";
import { signalFilterBankSquareRoot } from "@thimble/core/custom";
import { squareRoot64 } from "./arithmetic/square-root.ts";
import { readUint32 } from "./arithmetic/uint64.ts";

/** The square root of uint64 values as uint32, shifted right. */
export const signalFilterBankSquareRootU64: Kernel<void> = {
  name: "signal_filter_bank_square_root_u64",
  operator: signalFilterBankSquareRoot,
  types: "uint64, int32 -> uint32",
  invoke(node) {
    const input = node.input(0).bytes;
    const scaleBits = (node.input(1).data as Int32Array)[0]!;
    const output = node.output(0).data as Uint32Array;
    for (let i = 0; i < output.length; i++)
      output[i] = squareRoot64(readUint32(input, 8 * i + 4), readUint32(input, 8 * i)) >>> scaleBits;
  },
};

/** SignalFilterBankSquareRoot. */
export const signalFilterBankSquareRootKernels: readonly AnyKernel[] = [signalFilterBankSquareRootU64];
