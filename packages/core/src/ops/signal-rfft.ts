import { defineOperator, type Operator } from "../operator.ts";
import { checkFft, type FftParams, requireSpectrum } from "./shared/fft.ts";
import { requireThat } from "./shared/require.ts";

/**
 * SignalRfft: the spectrum of each of the real signals [..., samples], which zeros fill up to `fft_length`, as pairs of
 * real and imaginary parts [..., `fft_length` + 2]. Integer transforms divide by `fft_length`.
 */
export const signalRfft: Operator<FftParams> = defineOperator({
  name: "SignalRfft",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const params = checkFft(node);
    const { fftLength, inputStep } = params;
    requireSpectrum(node, "output", node.outputs[0]!, fftLength);
    requireThat(
      inputStep <= fftLength,
      node,
      () => `input has ${inputStep} samples a signal, more than fft_length, ${fftLength}`,
    );
    return params;
  },
});
