import { defineOperator, type Operator } from "../operator.ts";
import { checkFft, type FftParams, requireSpectrum } from "./shared/fft.ts";
import { requireThat } from "./shared/require.ts";

/**
 * SignalIrfft: the `fft_length` real samples of each of the spectra [..., pairs of real and imaginary parts]. The
 * transform divides by `fft_length`, so that in float it undoes SignalRfft.
 */
export const signalIrfft: Operator<FftParams> = defineOperator({
  name: "SignalIrfft",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const params = checkFft(node);
    const { fftLength, outputStep } = params;
    requireSpectrum(node, "input", node.inputs[0]!, fftLength);
    requireThat(
      outputStep >= fftLength,
      node,
      () => `output has ${outputStep} samples a signal, fewer than fft_length, ${fftLength}`,
    );
    return params;
  },
});
