import type { AnyKernel, Kernel, Region } from "@thimble/core";
import { type FftParams, signalRfft } from "@thimble/core/custom";
import type { ComplexArray } from "./arithmetic/complex-array.ts";
import type { FftArithmetic } from "./arithmetic/fft-arithmetic.ts";
import { fftF32 } from "./arithmetic/fft-f32.ts";
import { fftS16 } from "./arithmetic/fft-s16.ts";
import { fftS32 } from "./arithmetic/fft-s32.ts";
import type { FftType } from "./shared/complex-fft.ts";
import { RealFft } from "./shared/real-fft.ts";

interface Rfft {
  readonly fft: RealFft;
  /** One signal, filled up with zeros. */
  readonly padded: Region<FftType>;
}

/** The kernel for one type. */
const rfftKernel = (name: string, type: FftType, arithmetic: FftArithmetic): Kernel<FftParams, Rfft> => ({
  name,
  operator: signalRfft,
  types: `${type} -> ${type}`,
  prepare: ({ params }, host) => ({
    fft: new RealFft(host, type, arithmetic, params.fftLength, false),
    padded: host.requestScratch(type, params.fftLength),
  }),
  invoke(node, { fft, padded }) {
    const { signals, inputStep, outputStep } = node.params;
    const input = node.input(0).data as ComplexArray;
    const output = node.output(0).data as ComplexArray;
    const samples = padded.data;
    samples.fill(0);
    for (let signal = 0; signal < signals; signal++) {
      for (let i = 0; i < inputStep; i++) samples[i] = input[signal * inputStep + i]!;
      fft.forward(samples, output, signal * outputStep);
    }
  },
});

export const signalRfftS16: Kernel<FftParams, Rfft> = rfftKernel("signal_rfft_s16", "int16", fftS16);
export const signalRfftS32: Kernel<FftParams, Rfft> = rfftKernel("signal_rfft_s32", "int32", fftS32);
export const signalRfftF32: Kernel<FftParams, Rfft> = rfftKernel("signal_rfft_f32", "float32", fftF32);

/** SignalRfft in every type. */
export const signalRfftKernels: readonly AnyKernel[] = [signalRfftS16, signalRfftS32, signalRfftF32];
