import { checkIndex, invalid } from "./checks.ts";
import { bitsPerElement, tensorByteLength } from "./tensor-type.ts";
import type { View } from "./types.ts";

const largestTensor = 2 ** 31 - 1;

/**
 * Checks a tensor: its shape, its quantization, and that its data, if it is constant, is as long as both say.
 *
 * @param data the bytes of the tensor's buffer; a tensor without any is not constant.
 * @param tensorCount the tensors in its subgraph, which quantization can refer to.
 */
export function verifyTensor(tensor: View<"Tensor">, data: Uint8Array, tensorCount: number, where: string): void {
  checkShape(tensor, where);
  checkData(tensor, data, where);
  if (tensor.quantization) checkQuantization(tensor, tensor.quantization, tensorCount, `${where}.quantization`);
}

function checkShape(tensor: View<"Tensor">, where: string): void {
  tensor.shape.forEach((size, i) => {
    if (size < 0) throw invalid(`${where}.shape[${i}]`, `${size} is not a size: sizes are 0 or more`);
  });
  const bytes = tensorByteLength(tensor.type, tensor.shape);
  // A size of 0 makes 0 bytes of any others, whose product can still be beyond what a number holds: 0 × Infinity.
  if (!(bytes <= largestTensor)) {
    throw invalid(
      `${where}.shape`,
      `[${tensor.shape}] of ${tensor.type} is ${bytes} bytes, at most ${largestTensor} are allowed`,
    );
  }
}

function checkData(tensor: View<"Tensor">, data: Uint8Array, where: string): void {
  const hasKnownSize = bitsPerElement(tensor.type) > 0 && tensor.sparsity === undefined;
  if (data.length === 0 || !hasKnownSize) return;
  const expected = tensorByteLength(tensor.type, tensor.shape);
  if (data.length !== expected) {
    const message = `buffer ${tensor.buffer} has ${data.length} bytes, [${tensor.shape}] of ${tensor.type} takes ${expected}`;
    throw invalid(`${where}.buffer`, message);
  }
}

function checkQuantization(
  tensor: View<"Tensor">,
  quantization: View<"QuantizationParameters">,
  tensorCount: number,
  where: string,
): void {
  const { scale, zeroPoint, quantizedDimension, details } = quantization;
  scale.forEach((value, i) => {
    if (!(value >= 0 && value < Infinity))
      throw invalid(`${where}.scale[${i}]`, `${value} is not a finite number from 0 up`);
  });
  if (zeroPoint.length > 1 && zeroPoint.length !== scale.length) {
    throw invalid(`${where}.zeroPoint`, `${zeroPoint.length} zero points for ${scale.length} scales`);
  }
  // Converters leave dimensions that do not exist in the quantization of reshaped tensors, and runtimes ignore them.
  const channels = tensor.shape[quantizedDimension];
  if (scale.length > 1 && channels !== undefined && scale.length !== channels) {
    throw invalid(
      `${where}.scale`,
      `${scale.length} scales for dimension ${quantizedDimension}, whose size is ${channels}`,
    );
  }
  if (details) checkDetails(details, tensorCount, `${where}.details`);
}

function checkDetails(
  details: NonNullable<View<"QuantizationParameters">["details"]>,
  tensorCount: number,
  where: string,
): void {
  if (details.type === "CustomQuantization") return;
  const { scales, zeroPoints } = details.value;
  checkIndex(scales, tensorCount, "tensors", `${where}.scales`);
  if (zeroPoints !== -1) checkIndex(zeroPoints, tensorCount, "tensors", `${where}.zeroPoints`);
}
