import { Interpreter, type Pack } from "@thimble/core";
import type { OperatorName, TensorType } from "@thimble/schema";
import { type OperatorDescription, operatorCode, writeModel } from "@thimble/schema/writer";
import { reference } from "../src/index.ts";

/** A tensor of a model of one operator. */
export interface TestTensor {
  readonly type: TensorType;
  readonly shape: readonly number[];
  /** Scale and zero point. Default is none. */
  readonly quantization?: readonly [scale: number, zeroPoint: number];
}

/** An input with its stored elements. */
export interface TestInput extends TestTensor {
  readonly values: readonly number[];
  /** Whether the model holds the elements. Default is false. */
  readonly constant?: boolean;
}

export interface TestNode {
  readonly inputs: readonly TestInput[];
  readonly outputs: readonly TestTensor[];
  readonly options?: OperatorDescription["builtinOptions"];
}

const ARRAYS = {
  float32: Float32Array,
  int8: Int8Array,
  uint8: Uint8Array,
  bool: Uint8Array,
  int16: Int16Array,
  int32: Int32Array,
  uint32: Uint32Array,
} as const;

const bytesOf = ({ type, values }: TestInput): Uint8Array =>
  new Uint8Array(
    type === "int64"
      ? BigInt64Array.from(values, BigInt).buffer
      : new ARRAYS[type as keyof typeof ARRAYS](values).buffer,
  );

function modelOf(name: OperatorName, { inputs, outputs, options }: TestNode): Uint8Array {
  const constants = inputs.filter(({ constant }) => constant);
  const describe = (tensor: TestTensor, buffer: number) => ({
    name: "t",
    type: tensor.type,
    shape: [...tensor.shape],
    buffer,
    quantization: tensor.quantization && {
      scale: [tensor.quantization[0]],
      zeroPoint: [tensor.quantization[1]],
    },
  });
  return writeModel({
    operatorCodes: [operatorCode(name)],
    buffers: [{}, ...constants.map((input) => ({ data: bytesOf(input) }))],
    subgraphs: [
      {
        tensors: [
          ...inputs.map((input) => describe(input, constants.indexOf(input) + 1)),
          ...outputs.map((output) => describe(output, 0)),
        ],
        inputs: inputs.flatMap(({ constant }, i) => (constant ? [] : [i])),
        outputs: outputs.map((_, i) => inputs.length + i),
        operators: [
          {
            inputs: inputs.map((_, i) => i),
            outputs: outputs.map((_, i) => inputs.length + i),
            builtinOptions: options,
          },
        ],
      },
    ],
  });
}

/** Runs a model of one operator; gives the stored elements of each output. */
export async function runOperator(name: OperatorName, node: TestNode, pack: Pack = reference): Promise<number[][]> {
  const interpreter = await Interpreter.create(modelOf(name, node), { packs: [pack] });
  node.inputs
    .filter(({ constant }) => !constant)
    .forEach((input, i) => {
      interpreter.inputs[i]!.set(bytesOf(input));
    });
  interpreter.invoke();
  const outputs = interpreter.outputs.map((output) => output.unpack());
  interpreter.dispose();
  return outputs;
}
