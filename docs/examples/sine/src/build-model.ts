import type { BufferDescription, OperatorDescription, TensorDescription } from "@thimble/schema/writer";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import type { Affine, QuantizedNetwork } from "./quantize.ts";

const bytesOf = (array: Int8Array | Int32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

const activationTensor = (name: string, width: number, { scale, zeroPoint }: Affine): TensorDescription => ({
  name,
  type: "int8",
  shape: [1, width],
  quantization: { scale: [scale], zeroPoint: [zeroPoint] },
});

/**
 * A quantized network as a .tflite file: a FULLY_CONNECTED for each layer. Tensors come in the order input, then
 * weights, bias and output of each layer; buffer 0 is empty, as the format wants it.
 */
export function buildModel({ layers, activations }: QuantizedNetwork, description: string): Uint8Array {
  const buffers: BufferDescription[] = [{}];
  const tensors: TensorDescription[] = [activationTensor("x", layers[0]!.inputs, activations[0]!)];
  const operators: OperatorDescription[] = [];
  layers.forEach((layer, i) => {
    const isLast = i === layers.length - 1;
    const input = tensors.length - 1;
    buffers.push({ data: bytesOf(layer.weights) }, { data: bytesOf(layer.bias) });
    tensors.push(
      {
        name: `dense_${i}/weights`,
        type: "int8",
        shape: [layer.outputs, layer.inputs],
        buffer: buffers.length - 2,
        quantization: { scale: [layer.weightScale], zeroPoint: [0] },
      },
      {
        name: `dense_${i}/bias`,
        type: "int32",
        shape: [layer.outputs],
        buffer: buffers.length - 1,
        quantization: { scale: [layer.biasScale], zeroPoint: [0] },
      },
      activationTensor(isLast ? "sine" : `dense_${i}`, layer.outputs, activations[i + 1]!),
    );
    operators.push({
      opcodeIndex: 0,
      inputs: [input, input + 1, input + 2],
      outputs: [input + 3],
      builtinOptions: { type: "FullyConnectedOptions", value: { fusedActivationFunction: isLast ? "NONE" : "RELU" } },
    });
  });
  return writeModel({
    description,
    operatorCodes: [{ ...operatorCode("FULLY_CONNECTED"), version: 4 }],
    subgraphs: [{ name: "main", tensors, inputs: [0], outputs: [tensors.length - 1], operators }],
    buffers,
  });
}
