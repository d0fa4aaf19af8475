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

/** The operator of a node, and its options. */
export interface GeneratedOperator {
  /** The builtin operator, or a custom one's code. */
  readonly operator: string;
  readonly options?: { readonly type: string; readonly value: Readonly<Record<string, unknown>> };
  /** The options of a custom operator, a flexbuffer. */
  readonly customOptions?: Uint8Array;
}

/** A node. Its tensors are positions in its graph; -1 is an optional input that is left out. */
export interface GeneratedNode extends GeneratedOperator {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** A graph of a model. Its inputs and outputs are positions among its tensors. */
export interface GeneratedGraph {
  readonly tensors: readonly GeneratedTensor[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly nodes: readonly GeneratedNode[];
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

/** The bytes of a model: the first graph is the one that is invoked, the others are called by nodes. */
export function writeGraphs(graphs: readonly GeneratedGraph[]): Uint8Array {
  const operators = [...new Set(graphs.flatMap(({ nodes }) => nodes.map(({ operator }) => operator)))];
  const buffers: { data?: Uint8Array }[] = [{}];
  const bufferOf = ({ data }: GeneratedTensor): number => (data === undefined ? 0 : buffers.push({ data }) - 1);
  const subgraphs = graphs.map(({ tensors, inputs, outputs, nodes }) => ({
    tensors: tensors.map((tensor, i) => describe(tensor, `tensor${i}`, bufferOf(tensor))),
    inputs: [...inputs],
    outputs: [...outputs],
    operators: nodes.map(({ operator, options, customOptions, inputs, outputs }) => ({
      opcodeIndex: operators.indexOf(operator),
      inputs: [...inputs],
      outputs: [...outputs],
      ...(options && { builtinOptions: options as never }),
      ...(customOptions && { customOptions }),
    })),
  }));
  return writeModel({ operatorCodes: operators.map((name) => operatorCode(name)), subgraphs, buffers });
}
