import { type KernelNode, type LstmParams, lstmInputs, type PrepareHost, type Region } from "@thimble/core";
import { offsetOf } from "../arithmetic/offset.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { fillSigmoidTable, SIGMOID_TABLE_LENGTH } from "../arithmetic/sigmoid-table.ts";
import { requestGates } from "./lstm.ts";
import type { SigmoidalS16 } from "./sigmoidal-s16.ts";

/** How one of the two layers of a gate brings its sums to units of 2^-12. */
export interface LstmLayer {
  readonly inputOffset: number;
  readonly weightsOffset: number;
  readonly factor: QuantizedMultiplier;
}

/** What a quantized LSTM needs besides its tensors. Gates are int16 in units of 2^-15. */
export interface LstmQuantization {
  /** The values of each gate, by {@link lstmGate}. */
  readonly gates: readonly Region<"int16">[];
  /** For each gate, the layer over the input and the one over the hidden state. */
  readonly inputLayers: readonly LstmLayer[];
  readonly recurrentLayers: readonly LstmLayer[];
  /** From forget gate × cell, and from input gate × cell gate, to the cell state. */
  readonly keep: QuantizedMultiplier;
  readonly add: QuantizedMultiplier;
  /** From tanh of the cell × output gate to the hidden state. */
  readonly expose: QuantizedMultiplier;
  readonly hiddenZeroPoint: number;
  /** Greatest magnitude of the stored cell state. */
  readonly cellMin: number;
  readonly cellMax: number;
  /** Arguments of the table for sums of gates, in units of 2^-12, and for the cell state. */
  readonly gateArgument: SigmoidalS16;
  readonly cellArgument: SigmoidalS16;
}

const GATE_SUM_SCALE = 2 ** -12;
const GATE_SCALE = 2 ** -15;

/** The cell's scale counts as the power of two next to it. */
function cellToTable(scale: number): { readonly multiplier: number; readonly shift: number } {
  const power = Math.round(Math.log2(scale)) + 12;
  return power >= 0
    ? { multiplier: 3 << Math.min(power, 31), shift: 0 }
    : { multiplier: 3, shift: Math.min(-power, 31) };
}

/** The clamp that `cell_clip` asks for, in stored units, and of int16. */
function cellRange(clip: number, scale: number): { readonly cellMin: number; readonly cellMax: number } {
  if (!(clip > 0)) return { cellMin: -32768, cellMax: 32767 };
  const cellMax = Math.trunc(Math.min(clip / scale, 32767));
  return { cellMin: -cellMax, cellMax };
}

export function prepareLstm(node: KernelNode<LstmParams>, host: PrepareHost): LstmQuantization {
  const [hidden, cell] = [node.input(lstmInputs.hiddenState), node.input(lstmInputs.cellState)];
  const table = host.allocatePersistent("uint16", SIGMOID_TABLE_LENGTH);
  fillSigmoidTable(table.data);
  const layers = (from: number, weights: readonly number[]): LstmLayer[] =>
    weights.map((index) => ({
      inputOffset: offsetOf(node.input(from).zeroPoint),
      weightsOffset: offsetOf(node.input(index).zeroPoint),
      factor: quantizeMultiplier(Math.fround(node.input(from).scale * node.input(index).scale) / GATE_SUM_SCALE),
    }));
  return {
    gates: requestGates(node, host, "int16"),
    inputLayers: layers(lstmInputs.input, lstmInputs.inputWeights),
    recurrentLayers: layers(lstmInputs.hiddenState, lstmInputs.recurrentWeights),
    keep: quantizeMultiplier((GATE_SCALE * cell.scale) / cell.scale),
    add: quantizeMultiplier((GATE_SCALE * GATE_SCALE) / cell.scale),
    expose: quantizeMultiplier((GATE_SCALE * GATE_SCALE) / hidden.scale),
    hiddenZeroPoint: hidden.zeroPoint,
    ...cellRange(node.params.cellClip, cell.scale),
    gateArgument: { table, multiplier: 3, shift: 0 },
    cellArgument: { table, ...cellToTable(cell.scale) },
  };
}
