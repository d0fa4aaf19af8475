import type { ModelDescription, TensorDescription } from "@thimble/schema/writer";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { defineOperator, definePack, type Kernel, type Operator, type Pack } from "../src/index.ts";

/** Operators and kernels as small as can be, for tests of what surrounds kernels. */

/** A custom operator that takes and gives any number of tensors; it invokes the subgraph that its options name. */
export const toyOperator = (
  name: string,
  inputs: string[] = ["input"],
  outputs: string[] = ["output"],
): Operator<number[]> =>
  defineOperator({
    name,
    maxVersion: 1,
    inputs,
    outputs,
    check: ({ customOptions }) => [...customOptions],
    calls: (subgraphs) => subgraphs,
  });

/** out = in + 1, byte by byte, for any type. */
export const increment: Kernel<number[], undefined> = {
  name: "increment",
  operator: toyOperator("Increment"),
  types: "any -> any",
  invoke(node) {
    const input = node.input(0).bytes;
    const output = node.output(0).bytes;
    for (let i = 0; i < output.length; i++) output[i] = input[i]! + 1;
    return undefined;
  },
};

export const packOf = (...kernels: Pack["kernels"]): Pack => definePack({ id: "toy", version: "1.0.0", kernels });

export const toyPack: Pack = packOf(increment);

export interface ToyNode {
  readonly op: string;
  readonly inputs: number[];
  readonly outputs: number[];
  readonly customOptions?: Uint8Array;
}

export interface ToyGraph {
  readonly tensors: TensorDescription[];
  readonly nodes: ToyNode[];
  readonly inputs: number[];
  readonly outputs: number[];
}

/** The description of a model of custom operators. */
export function toyModel(graphs: ToyGraph[], buffers: ModelDescription["buffers"] = [{}]): ModelDescription {
  const ops = [...new Set(graphs.flatMap(({ nodes }) => nodes.map(({ op }) => op)))];
  return {
    operatorCodes: ops.map(operatorCode),
    subgraphs: graphs.map(({ tensors, nodes, inputs, outputs }) => ({
      tensors,
      inputs,
      outputs,
      operators: nodes.map(({ op, ...node }) => ({ opcodeIndex: ops.indexOf(op), ...node })),
    })),
    buffers,
  };
}

export const bytes = (name: string, length: number, more: TensorDescription = {}): TensorDescription => ({
  name,
  type: "uint8",
  shape: [length],
  ...more,
});

/** A chain of increments over tensors of the given lengths. */
export function chain(...lengths: number[]): Uint8Array {
  const nodes = lengths.slice(1).map((_, i) => ({ op: "Increment", inputs: [i], outputs: [i + 1] }));
  const tensors = lengths.map((length, i) => bytes(`t${i}`, length));
  return writeModel(toyModel([{ tensors, nodes, inputs: [0], outputs: [lengths.length - 1] }]));
}
