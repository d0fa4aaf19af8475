import type { TensorType } from "@thimble/schema";
import type { KernelTensor } from "../../kernel-tensor.ts";
import { type NodeDescription, nodeError } from "../../node.ts";
import { requireThat } from "./require.ts";

const RANGES: { readonly [T in TensorType]?: readonly [number, number] } = {
  int4: [-8, 7],
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  int32: [-(2 ** 31), 2 ** 31 - 1],
};

/** Types that hold real numbers by way of a scale wherever an operator computes with them. */
export const isQuantizedType = (type: TensorType): boolean =>
  type === "int8" || type === "uint8" || type === "int16" || type === "int4";

/** The tensor must carry a usable scale and a zero point that its type can hold. */
export function requireQuantized(node: NodeDescription, name: string, tensor: KernelTensor): void {
  const { quantization } = tensor;
  if (!quantization?.scale.length)
    throw nodeError(node, `${name} is ${tensor.type} without a scale; quantize the model fully when converting it`);
  const [min, max] = RANGES[tensor.type] ?? [0, 0];
  const scale = quantization.scale.find((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
  if (scale !== undefined) throw nodeError(node, `${name} has the scale ${scale}, it must be a positive finite number`);
  const zeroPoint = quantization.zeroPoint.find((value) => value < min || value > max);
  if (zeroPoint !== undefined)
    throw nodeError(node, `${name} has the zero point ${zeroPoint}, ${tensor.type} holds ${min} to ${max}`);
}

/** As {@link requireQuantized}, with one scale greater than 0 for the whole tensor. */
export function requireQuantizedPerTensor(node: NodeDescription, name: string, tensor: KernelTensor): void {
  requireQuantized(node, name, tensor);
  requireThat(tensor.scale > 0, node, () => `${name} has the scale ${tensor.scale}, it must be greater than 0`);
}

/** int16 activations are symmetric: their zero point must be 0. */
export const requireSymmetric = (node: NodeDescription, name: string, tensor: KernelTensor): void =>
  requireThat(
    tensor.zeroPoint === 0,
    node,
    () => `${name} is ${tensor.type} with the zero point ${tensor.zeroPoint}, it must be 0`,
  );

/** Operators that only move or select elements need inputs with the output's scale (up to `tolerance`) and zero point. */
export function requireSameQuantization(
  node: NodeDescription,
  name: string,
  tensor: KernelTensor,
  tolerance = 0,
): void {
  if (!isQuantizedType(tensor.type)) return;
  const output = node.outputs[0]!;
  requireThat(
    Math.abs(tensor.scale - output.scale) <= tolerance && tensor.zeroPoint === output.zeroPoint,
    node,
    () =>
      `${name} has scale ${tensor.scale} and zero point ${tensor.zeroPoint}, output ${output.scale} and ${output.zeroPoint}; they must be the same`,
  );
}
