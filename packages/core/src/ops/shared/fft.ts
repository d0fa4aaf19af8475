import type { KernelTensor } from "../../kernel-tensor.ts";
import type { UncheckedNode } from "../../operator.ts";
import { readCustomOptions } from "./custom-options.ts";
import { requireRank, requireThat } from "./require.ts";
import { signalsOf } from "./signal.ts";

export interface FftParams {
  readonly signals: number;
  /** Real samples of one transform: an even number. */
  readonly fftLength: number;
  /** Elements of the input, and of the output, from one signal to the next. */
  readonly inputStep: number;
  readonly outputStep: number;
}

/** What SignalRfft and SignalIrfft share: as many signals go in as come out, along the last dimension. */
export function checkFft(node: UncheckedNode): FftParams {
  const [input, output] = [node.inputs[0]!, node.outputs[0]!];
  const fftLength = readCustomOptions(node).integer("fft_length");
  requireThat(
    fftLength > 0 && fftLength % 2 === 0,
    node,
    () => `fft_length is ${fftLength}, it must be an even number from 2 on`,
  );
  requireRank(node, "output", output, input.shape.length);
  const { count: signals, length: inputStep } = signalsOf(node, "input", input);
  const { count: outputs, length: outputStep } = signalsOf(node, "output", output);
  requireThat(outputs === signals, node, () => `${signals} signals go in, ${outputs} come out`);
  return { signals, fftLength, inputStep, outputStep };
}

/** A spectrum of real samples has half as many complex bins and one more. */
export const requireSpectrum = (node: UncheckedNode, name: string, { shape }: KernelTensor, fftLength: number): void =>
  requireThat(
    shape.at(-1)! >= fftLength + 2,
    node,
    () => `${name} has ${shape.at(-1)} numbers a signal, a spectrum of ${fftLength} samples has ${fftLength + 2}`,
  );
