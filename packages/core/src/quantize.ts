import { ThimbleError } from "@thimble/schema";
import { elementAccess } from "./elements.ts";
import type { KernelTensor, Quantization } from "./kernel-tensor.ts";

const isReal = (tensor: KernelTensor): boolean => tensor.type === "float32" || tensor.type === "float64";

/** Which scale an element has: the index along the quantized dimension, 0 where one scale serves all. */
function channelOf(tensor: KernelTensor, { scale, dimension }: Quantization): (element: number) => number {
  if (scale.length === 1) return () => 0;
  const inner = tensor.shape.slice(dimension + 1).reduce((size, extent) => size * extent, 1);
  return (element) => Math.floor(element / inner) % scale.length;
}

/** The zero point of a channel; one zero point serves all where there is only one. */
const zeroPointOf = ({ zeroPoint }: Quantization, channel: number): number =>
  zeroPoint[zeroPoint.length > 1 ? channel : 0]!;

function quantizationOf(tensor: KernelTensor): Quantization {
  if (tensor.quantization) return tensor.quantization;
  throw new ThimbleError(
    "TENSOR_NOT_QUANTIZED",
    `tensor "${tensor.name}" is ${tensor.type} without a scale, so it has no real numbers; use its data`,
  );
}

const roundHalfAwayFromZero = (x: number): number => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);

/** Stores real numbers as TFLite's QUANTIZE does: x ÷ scale in float32, half away from zero, saturated; NaN as 0. */
export function quantize(tensor: KernelTensor, reals: ArrayLike<number>): void {
  const access = elementAccess(tensor);
  const quantization = isReal(tensor) ? undefined : quantizationOf(tensor);
  const channel = quantization && channelOf(tensor, quantization);
  for (let i = 0; i < reals.length; i++) {
    if (!quantization || !channel) {
      access.write(tensor, i, reals[i]!);
      continue;
    }
    const scaled = Math.fround(Math.fround(reals[i]!) / quantization.scale[channel(i)]!);
    const stored = roundHalfAwayFromZero(scaled || 0) + zeroPointOf(quantization, channel(i));
    access.write(tensor, i, Math.min(access.max, Math.max(access.min, stored)));
  }
}

/** The real numbers a tensor stands for: scale × (stored − zero point). */
export function dequantize(tensor: KernelTensor): Float32Array {
  const access = elementAccess(tensor);
  const reals = new Float32Array(tensor.size);
  const quantization = isReal(tensor) ? undefined : quantizationOf(tensor);
  const channel = quantization && channelOf(tensor, quantization);
  for (let i = 0; i < reals.length; i++) {
    const stored = access.read(tensor, i);
    reals[i] =
      quantization && channel
        ? quantization.scale[channel(i)]! * (stored - zeroPointOf(quantization, channel(i)))
        : stored;
  }
  return reals;
}
