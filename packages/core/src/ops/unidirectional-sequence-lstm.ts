import { defineOperator, type Operator, type UncheckedNode } from "../operator.ts";
import { isQuantizedType, requireQuantizedPerTensor } from "./shared/quantized.ts";
import { requireRank, requireShape, requireSize, requireThat } from "./shared/require.ts";

export interface LstmParams {
  readonly batches: number;
  readonly steps: number;
  readonly inputDepth: number;
  readonly units: number;
  /** Input and output are [T, N, …] instead of [N, T, …]. */
  readonly isTimeMajor: boolean;
  /** The cell state is clamped to ± this; 0 for no clamp. */
  readonly cellClip: number;
}

/** Positions of the inputs, in groups for the input, forget, cell and output gate in that order. */
export const lstmInputs = {
  input: 0,
  inputWeights: [1, 2, 3, 4],
  recurrentWeights: [5, 6, 7, 8],
  peephole: [9, 10, 11],
  biases: [12, 13, 14, 15],
  projection: [16, 17],
  hiddenState: 18,
  cellState: 19,
  layerNorm: [20, 21, 22, 23],
} as const;

/**
 * UNIDIRECTIONAL_SEQUENCE_LSTM: input [N, T, I] or [T, N, I], input weights [S, I], recurrent weights [S, S], biases
 * [S], hidden and cell state of N × S elements (variable), output [N, T, S] or [T, N, S]. The variants with peepholes,
 * projection or layer normalization are none of TFLM's.
 */
export const unidirectionalSequenceLstm: Operator<LstmParams> = defineOperator({
  name: "UNIDIRECTIONAL_SEQUENCE_LSTM",
  maxVersion: 4,
  inputs: [
    "input",
    "input_to_input_weights",
    "input_to_forget_weights",
    "input_to_cell_weights",
    "input_to_output_weights",
    "recurrent_to_input_weights",
    "recurrent_to_forget_weights",
    "recurrent_to_cell_weights",
    "recurrent_to_output_weights",
    "cell_to_input_weights?",
    "cell_to_forget_weights?",
    "cell_to_output_weights?",
    "input_gate_bias",
    "forget_gate_bias",
    "cell_gate_bias",
    "output_gate_bias",
    "projection_weights?",
    "projection_bias?",
    "hidden_state",
    "cell_state",
    "input_layer_norm_coefficients?",
    "forget_layer_norm_coefficients?",
    "cell_layer_norm_coefficients?",
    "output_layer_norm_coefficients?",
  ],
  outputs: ["output"],
  options: "UnidirectionalSequenceLSTMOptions",
  check(node) {
    const { timeMajor, cellClip, fusedActivationFunction: activation } = node.options;
    const [input, output] = [node.inputs[lstmInputs.input]!, node.outputs[0]!];
    requireThat(activation === "TANH", node, () => `the cell's activation is ${activation}, it must be TANH`);
    requirePlainVariant(node);
    requireRank(node, "input", input, 3);
    requireRank(node, "output", output, 3);
    const [outer, inner, inputDepth] = input.shape as [number, number, number];
    const units = output.shape[2]!;
    requireShape(node, "output", output, [outer, inner, units]);
    const [batches, steps] = timeMajor ? [inner, outer] : [outer, inner];
    requireGates(node, inputDepth, units);
    requireState(node, "hidden_state", lstmInputs.hiddenState, batches * units);
    requireState(node, "cell_state", lstmInputs.cellState, batches * units);
    if (isQuantizedType(input.type)) requireLstmQuantized(node);
    return { batches, steps, inputDepth, units, isTimeMajor: timeMajor, cellClip };
  },
  macs: ({ inputs, outputs }) => 4 * outputs[0]!.size * (inputs[0]!.shape[2]! + outputs[0]!.shape[2]!),
});

function requirePlainVariant(node: UncheckedNode): void {
  for (const i of [...lstmInputs.peephole, ...lstmInputs.projection, ...lstmInputs.layerNorm])
    requireThat(
      node.inputs[i] === undefined,
      node,
      () => `inputs[${i}] is given: LSTMs with peepholes, projection or layer normalization are not supported`,
    );
}

function requireGates(node: UncheckedNode, inputDepth: number, units: number): void {
  for (const i of lstmInputs.inputWeights) requireShape(node, `inputs[${i}]`, node.inputs[i]!, [units, inputDepth]);
  for (const i of lstmInputs.recurrentWeights) requireShape(node, `inputs[${i}]`, node.inputs[i]!, [units, units]);
  for (const i of lstmInputs.biases) requireShape(node, `inputs[${i}]`, node.inputs[i]!, [units]);
}

function requireState(node: UncheckedNode, name: string, index: number, size: number): void {
  const state = node.inputs[index]!;
  requireSize(node, name, state, size);
  requireThat(state.isVariable, node, () => `${name} is not a variable tensor, it must keep its value`);
}

function requireLstmQuantized(node: UncheckedNode): void {
  const { input, inputWeights, recurrentWeights, hiddenState, cellState } = lstmInputs;
  for (const i of [input, ...inputWeights, ...recurrentWeights, hiddenState, cellState])
    requireQuantizedPerTensor(node, `inputs[${i}]`, node.inputs[i]!);
}
