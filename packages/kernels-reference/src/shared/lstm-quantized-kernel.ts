import { type Kernel, type KernelNode, type LstmParams, lstmInputs, unidirectionalSequenceLstm } from "@thimble/core";
import { type ActivationRange, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { sigmoidAt, tanhAt } from "../arithmetic/interpolated-sigmoid.ts";
import type { QuantizedMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";
import { biasAt } from "./bias-at.ts";
import { lstmGate, lstmTypes, rowOf } from "./lstm.ts";
import { type LstmLayer, type LstmQuantization, prepareLstm } from "./lstm-quantization.ts";
import { toTableArgument } from "./sigmoidal-s16.ts";

type Activations = Int8Array | Int16Array;

/** A sum that is exact in a double, scaled as the accumulator of the type would be. */
type Multiply = (sum: number, multiplier: number, shift: number) => number;

export type LstmQuantizedKernel = Kernel<LstmParams, LstmQuantization>;

const saturate = (x: number): number => clamp(x, -32768, 32767);

const multiplyStored = (a: number, b: number, { multiplier, shift }: QuantizedMultiplier): number =>
  multiplyByQuantizedMultiplier(a * b, multiplier, shift);

/** A row of weights times a stretch of activations, plus the bias, in units of 2^-12. */
function layerSum(
  { inputOffset, weightsOffset, factor }: LstmLayer,
  multiply: Multiply,
  bias: number,
  weights: Int8Array,
  row: number,
  activations: Activations,
  start: number,
  length: number,
): number {
  let sum = bias;
  for (let c = 0; c < length; c++)
    sum += (weights[row * length + c]! + weightsOffset) * (activations[start + c]! + inputOffset);
  return saturate(multiply(sum, factor.multiplier, factor.shift));
}

/** The gate of every unit for one row of the input and the hidden state before it. */
function fillGate(
  node: KernelNode<LstmParams>,
  data: LstmQuantization,
  multiply: Multiply,
  gate: number,
  row: number,
  state: number,
): void {
  const { inputDepth, units } = node.params;
  const { gateArgument } = data;
  const values = data.gates[gate]!.data;
  const inputLayer = data.inputLayers[gate]!;
  const recurrentLayer = data.recurrentLayers[gate]!;
  const input = node.input(lstmInputs.input).data as Activations;
  const hidden = node.input(lstmInputs.hiddenState).data as Activations;
  const weights = node.input(lstmInputs.inputWeights[gate]!).data as Int8Array;
  const recurrent = node.input(lstmInputs.recurrentWeights[gate]!).data as Int8Array;
  const bias = node.input(lstmInputs.biases[gate]!);
  const table = gateArgument.table.data;
  const activate = gate === lstmGate.cell ? tanhAt : sigmoidAt;
  for (let unit = 0; unit < units; unit++) {
    const fresh = layerSum(
      inputLayer,
      multiply,
      biasAt(bias, unit),
      weights,
      unit,
      input,
      row * inputDepth,
      inputDepth,
    );
    const remembered = layerSum(recurrentLayer, multiply, 0, recurrent, unit, hidden, state, units);
    values[unit] = activate(table, toTableArgument(saturate(fresh + remembered), gateArgument));
  }
}

/** cell = forget × cell + input × candidate; hidden = output × tanh cell. */
function updateState(
  node: KernelNode<LstmParams>,
  data: LstmQuantization,
  range: ActivationRange,
  row: number,
  state: number,
): void {
  const { units } = node.params;
  const { cellArgument, cellMin, cellMax } = data;
  const input = data.gates[lstmGate.input]!.data;
  const forget = data.gates[lstmGate.forget]!.data;
  const candidate = data.gates[lstmGate.cell]!.data;
  const expose = data.gates[lstmGate.output]!.data;
  const hidden = node.input(lstmInputs.hiddenState).data as Activations;
  const cell = node.input(lstmInputs.cellState).data as Int16Array;
  const output = node.output(0).data as Activations;
  const table = cellArgument.table.data;
  for (let unit = 0; unit < units; unit++) {
    const kept = multiplyStored(forget[unit]!, cell[state + unit]!, data.keep);
    const added = multiplyStored(input[unit]!, candidate[unit]!, data.add);
    const sum = clamp(saturate(kept) + saturate(added), cellMin, cellMax);
    cell[state + unit] = sum;
    const squashed = tanhAt(table, toTableArgument(sum, cellArgument));
    const exposed = multiplyStored(squashed, expose[unit]!, data.expose);
    hidden[state + unit] = clamp(exposed + data.hiddenZeroPoint, range.min, range.max);
    output[row * units + unit] = hidden[state + unit]!;
  }
}

/**
 * The kernel of UNIDIRECTIONAL_SEQUENCE_LSTM for int8 or int16 activations: int8 weights, int16 gates and cell state.
 * All gates of a step see the hidden state that the step before left.
 */
export function lstmQuantizedKernel(
  activation: "int8" | "int16",
  bias: "int32" | "int64",
  multiply: Multiply,
): LstmQuantizedKernel {
  const range = storedRange(activation);
  return {
    name: `unidirectional_sequence_lstm_${activation === "int8" ? "s8" : "s16"}`,
    operator: unidirectionalSequenceLstm,
    types: lstmTypes(activation, "int8", bias, "int16"),
    prepare: prepareLstm,
    invoke(node, data) {
      const { batches, steps, units } = node.params;
      for (let batch = 0; batch < batches; batch++) {
        for (let step = 0; step < steps; step++) {
          const row = rowOf(node.params, batch, step);
          for (let gate = 0; gate < 4; gate++) fillGate(node, data, multiply, gate, row, batch * units);
          updateState(node, data, range, row, batch * units);
        }
      }
    },
  };
}
