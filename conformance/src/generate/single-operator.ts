import {
  type GeneratedGraph,
  type GeneratedNode,
  type GeneratedOperator,
  type GeneratedTensor,
  writeGraphs,
} from "./graph.ts";

/** The nodes that an operator needs around it to show anything. */
export interface Surroundings {
  /** In the order in which they run. Tensors are numbered: the inputs that are there, the outputs, then `tensors`. */
  readonly nodes: readonly GeneratedNode[];
  readonly tensors: readonly GeneratedTensor[];
  /** Graphs that nodes call: they count from 1. */
  readonly called: readonly GeneratedGraph[];
}

/** A model that is about one operator: of one node, unless it needs others around it. */
export interface SingleOperator extends GeneratedOperator {
  /** Of the node, or of the model where there are several. `undefined` for an optional input that is left out. */
  readonly inputs: readonly (GeneratedTensor | undefined)[];
  readonly outputs: readonly GeneratedTensor[];
  /** What there is instead of one node. */
  readonly around?: Surroundings;
}

/** Whether the caller sets the tensor: neither a constant nor state. */
export const isModelInput = (tensor: GeneratedTensor | undefined): tensor is GeneratedTensor =>
  tensor !== undefined && tensor.data === undefined && !tensor.isVariable;

/** The bytes of a model that is about one operator. */
export function writeSingleOperator({ inputs, outputs, around, ...operator }: SingleOperator): Uint8Array {
  const present = inputs.filter((tensor) => tensor !== undefined);
  let next = 0;
  const inputIndices = inputs.map((tensor) => (tensor ? next++ : -1));
  const outputIndices = outputs.map(() => next++);
  const main: GeneratedGraph = {
    tensors: [...present, ...outputs, ...(around?.tensors ?? [])],
    inputs: inputIndices.filter((_, i) => isModelInput(inputs[i])),
    outputs: outputIndices,
    nodes: around?.nodes ?? [{ ...operator, inputs: inputIndices, outputs: outputIndices }],
  };
  return writeGraphs([main, ...(around?.called ?? [])]);
}
