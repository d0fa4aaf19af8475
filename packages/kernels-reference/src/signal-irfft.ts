import type { AnyKernel, Kernel } from "@thimble/core";
import { type FftParams, signalIrfft } from "@thimble/core/custom";
import type { ComplexArray } from "./arithmetic/complex-array.ts";
import type { FftArithmetic } from "./arithmetic/fft-arithmetic.ts";
import { fftF32 } from "./arithmetic/fft-f32.ts";
import { fftS16 } from "./arithmetic/fft-s16.ts";
import { fftS32 } from "./arithmetic/fft-s32.ts";
import type { FftType } from "./shared/complex-fft.ts";
import { RealFft } from "./shared/real-fft.ts";

/** The kernel for one type. */
const irfftKernel = (name: string, type: FftType, arithmetic: FftArithmetic): Kernel<FftParams, RealFft> => ({
  name,
  operator: signalIrfft,
  types: `${type} -> ${type}`,
  prepare: ({ params }, host) => new RealFft(host, type, arithmetic, params.fftLength, true),
  invoke(node, fft) {
    const { signals, fftLength, inputStep, outputStep } = node.params;
    const input = node.input(0).data as ComplexArray;
    const output = node.output(0).data as ComplexArray;
    for (let signal = 0; signal < signals; signal++) {
      fft.inverse(input, signal * inputStep, output, signal * outputStep);
      arithmetic.divideByLength(output, signal * outputStep, fftLength);
    }
  },
});

export const signalIrfftS16: Kernel<FftParams, RealFft> = irfftKernel("signal_irfft_s16", "int16", fftS16);
export const signalIrfftS32: Kernel<FftParams, RealFft> = irfftKernel("signal_irfft_s32", "int32", fftS32);
export const signalIrfftF32: Kernel<FftParams, RealFft> = irfftKernel("signal_irfft_f32", "float32", fftF32);

/** SignalIrfft in every type. */
export const signalIrfftKernels: readonly AnyKernel[] = [signalIrfftS16, signalIrfftS32, signalIrfftF32];
