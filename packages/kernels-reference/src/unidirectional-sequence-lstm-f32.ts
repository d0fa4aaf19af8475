import {
  type Kernel,
  type KernelNode,
  type LstmParams,
  lstmInputs,
  type Region,
  unidirectionalSequenceLstm,
} from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { lstmGate, lstmTypes, requestGates, rowOf } from "./shared/lstm.ts";

const { inputWeights, recurrentWeights, biases, hiddenState, cellState } = lstmInputs;

type Gates = readonly Region<"float32">[];

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The gate of every unit for one row of the input and the hidden state before it. */
function fillGate(node: KernelNode<LstmParams>, gate: number, row: number, state: number, values: Float32Array): void {
  const { inputDepth, units } = node.params;
  const input = node.input(lstmInputs.input).data as Float32Array;
  const weights = node.input(inputWeights[gate]!).data as Float32Array;
  const recurrent = node.input(recurrentWeights[gate]!).data as Float32Array;
  const bias = node.input(biases[gate]!).data as Float32Array;
  const hidden = node.input(hiddenState).data as Float32Array;
  for (let unit = 0; unit < units; unit++) {
    let sum = bias[unit]!;
    for (let c = 0; c < inputDepth; c++) sum += weights[unit * inputDepth + c]! * input[row * inputDepth + c]!;
    for (let c = 0; c < units; c++) sum += recurrent[unit * units + c]! * hidden[state + c]!;
    values[unit] = gate === lstmGate.cell ? Math.tanh(sum) : sigmoid(sum);
  }
}

/** cell = forget × cell + input × candidate; hidden = output × tanh cell. */
function updateState(node: KernelNode<LstmParams>, row: number, state: number, gates: Gates): void {
  const { units, cellClip } = node.params;
  const hidden = node.input(hiddenState).data as Float32Array;
  const cell = node.input(cellState).data as Float32Array;
  const output = node.output(0).data as Float32Array;
  const input = gates[lstmGate.input]!.data;
  const forget = gates[lstmGate.forget]!.data;
  const candidate = gates[lstmGate.cell]!.data;
  const expose = gates[lstmGate.output]!.data;
  for (let unit = 0; unit < units; unit++) {
    const kept = forget[unit]! * cell[state + unit]!;
    const added = input[unit]! * candidate[unit]!;
    cell[state + unit] = cellClip > 0 ? clamp(kept + added, -cellClip, cellClip) : kept + added;
    hidden[state + unit] = expose[unit]! * Math.tanh(cell[state + unit]!);
    output[row * units + unit] = hidden[state + unit]!;
  }
}

/** float32 LSTM. All gates of a step see the hidden state that the step before left. */
export const unidirectionalSequenceLstmF32: Kernel<LstmParams, Gates> = {
  name: "unidirectional_sequence_lstm_f32",
  operator: unidirectionalSequenceLstm,
  types: lstmTypes("float32", "float32", "float32", "float32"),
  prepare: (node, host) => requestGates(node, host, "float32"),
  invoke(node, gates) {
    const { batches, steps, units } = node.params;
    for (let batch = 0; batch < batches; batch++) {
      for (let step = 0; step < steps; step++) {
        const row = rowOf(node.params, batch, step);
        for (let gate = 0; gate < 4; gate++) fillGate(node, gate, row, batch * units, gates[gate]!.data);
        updateState(node, row, batch * units, gates);
      }
    }
  },
};
