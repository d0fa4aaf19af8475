import type { KernelNode, LstmParams, PrepareHost, Region } from "@thimble/core";

/** Positions of the gates in the groups of `lstmInputs`, and in the scratch that holds each one's values. */
export const lstmGate = { input: 0, forget: 1, cell: 2, output: 3 } as const;

/** The row of the input and of the output that belongs to a step of a batch. */
export const rowOf = ({ isTimeMajor, batches, steps }: LstmParams, batch: number, step: number): number =>
  isTimeMajor ? step * batches + batch : batch * steps + step;

/** Scratch for the values of each gate, an element for each unit. */
export const requestGates = <T extends "int16" | "float32">(
  { params }: KernelNode<LstmParams>,
  host: PrepareHost,
  type: T,
): readonly Region<T>[] => Object.values(lstmGate).map(() => host.requestScratch(type, params.units));

/** The types of an LSTM's inputs and outputs: activations, weights, biases, cell state. */
export const lstmTypes = (activation: string, weight: string, bias: string, cell: string): string => {
  const inputs = [
    activation,
    ...new Array<string>(8).fill(weight),
    ...new Array<string>(3).fill("any?"),
    ...new Array<string>(4).fill(bias),
    ...new Array<string>(2).fill("any?"),
    activation,
    cell,
    ...new Array<string>(4).fill("any?"),
  ];
  return `${inputs.join(", ")} -> ${activation}`;
};
