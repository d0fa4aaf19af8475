import type { TensorType } from "@thimble/schema";
import { operatorCode, type TensorDescription, writeModel } from "@thimble/schema/writer";

/** Scales and zero points of a generated tensor; several scales lie along `dimension`. */
export interface GeneratedQuantization {
  readonly scale: readonly number[];
  readonly zeroPoint: readonly number[];
  readonly dimension?: number;
}

/** What random data of an input has to be like. */
export interface DataHints {
  /** What floats are rounded to later: some lie in the middle. */
  readonly step?: number;
  /** Whether no float is infinite or not a number. Default is false. */
  readonly isFinite?: boolean;
}

/** A tensor of a generated case. One with `data` is a constant. */
export interface GeneratedTensor {
  readonly type: TensorType;
  readonly shape: readonly number[];
  readonly quantization?: GeneratedQuantization | undefined;
  readonly data?: Uint8Array;
  readonly isVariable?: boolean;
  readonly hints?: DataHints;
}

/** A model of one node. */
export interface SingleOperator {
  /** The builtin operator, or a custom one's code. */
  readonly operator: string;
  readonly options?: { readonly type: string; readonly value: Readonly<Record<string, unknown>> };
  /** The options of a custom operator, a flexbuffer. */
  readonly customOptions?: Uint8Array;
  /** `undefined` for an optional input that is left out. */
  readonly inputs: readonly (GeneratedTensor | undefined)[];
  readonly outputs: readonly GeneratedTensor[];
}

const describe = (tensor: GeneratedTensor, name: string, buffer: number): TensorDescription => ({
  name,
  type: tensor.type,
  shape: [...tensor.shape],
  buffer,
  isVariable: tensor.isVariable ?? false,
  ...(tensor.quantization && {
    quantization: {
      scale: [...tensor.quantization.scale],
      zeroPoint: [...tensor.quantization.zeroPoint],
      quantizedDimension: tensor.quantization.dimension ?? 0,
    },
  }),
});

/** Whether the caller sets the tensor: neither a constant nor state. */
export const isModelInput = (tensor: GeneratedTensor | undefined): tensor is GeneratedTensor =>
  tensor !== undefined && tensor.data === undefined && !tensor.isVariable;

/** The bytes of a model of one node. */
export function writeSingleOperator({ operator, options, customOptions, inputs, outputs }: SingleOperator): Uint8Array {
  const buffers: { data?: Uint8Array }[] = [{}];
  const tensors: TensorDescription[] = [];
  const add = (tensor: GeneratedTensor, name: string): number => {
    const buffer = tensor.data === undefined ? 0 : buffers.push({ data: tensor.data }) - 1;
    return tensors.push(describe(tensor, name, buffer)) - 1;
  };
  const inputIndices = inputs.map((tensor, i) => (tensor ? add(tensor, `input${i}`) : -1));
  const outputIndices = outputs.map((tensor, i) => add(tensor, `output${i}`));
  return writeModel({
    operatorCodes: [operatorCode(operator)],
    subgraphs: [
      {
        tensors,
        inputs: inputIndices.filter((_, i) => isModelInput(inputs[i])),
        outputs: outputIndices,
        operators: [
          {
            inputs: inputIndices,
            outputs: outputIndices,
            ...(options && { builtinOptions: options as never }),
            ...(customOptions && { customOptions }),
          },
        ],
      },
    ],
    buffers,
  });
}
