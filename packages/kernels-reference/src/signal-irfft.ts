import { type AnyKernel, type FftParams, type Kernel, signalIrfft } from "@thimble/core";
import { type FftArithmetic, fftF32, fftS16, fftS32 } from "./arithmetic/fft-arithmetic.ts";
import type { ComplexArray } from "./arithmetic/fft-stage.ts";
import type { FftType } from "./shared/complex-fft.ts";
import { RealFft } from "./shared/real-fft.ts";

/** The kernel for one type; `divide` does at the end what integer transforms do as they go. */
const irfftKernel = (
  name: string,
  type: FftType,
  arithmetic: FftArithmetic,
  divide: (x: number, by: number) => number,
): Kernel<FftParams, RealFft> => ({
  name,
  operator: signalIrfft,
  types: `${type} -> ${type}`,
  prepare: ({ params }, host) => new RealFft(host, type, arithmetic, params.fftLength, true),
  invoke(node, fft) {
    const { signals, fftLength, inputStep, outputStep } = node.params;
    const input = node.input(0).data as ComplexArray;
    const output = node.output(0).data as ComplexArray;
    for (let signal = 0; signal < signals; signal++) {
      const start = signal * outputStep;
      fft.inverse(input, signal * inputStep, output, start);
      for (let i = start; i < start + fftLength; i++) output[i] = divide(output[i]!, fftLength);
    }
  },
});

const asItIs = (x: number): number => x;

export const signalIrfftS16: Kernel<FftParams, RealFft> = irfftKernel("signal_irfft_s16", "int16", fftS16, asItIs);
export const signalIrfftS32: Kernel<FftParams, RealFft> = irfftKernel("signal_irfft_s32", "int32", fftS32, asItIs);
export const signalIrfftF32: Kernel<FftParams, RealFft> = irfftKernel(
  "signal_irfft_f32",
  "float32",
  fftF32,
  (x, by) => x / by,
);

/** SignalIrfft in every type. */
export const signalIrfftKernels: readonly AnyKernel[] = [signalIrfftS16, signalIrfftS32, signalIrfftF32];
