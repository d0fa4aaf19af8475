import type { Dense, Network } from "./network.ts";
import { activations } from "./network.ts";

/** real = scale × (stored − zeroPoint) */
export interface Affine {
  readonly scale: number;
  readonly zeroPoint: number;
}

export interface QuantizedDense {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Int8Array;
  readonly weightScale: number;
  readonly bias: Int32Array;
  readonly biasScale: number;
}

/** A network in int8: its layers, and how each activation is stored, from the input to the output. */
export interface QuantizedNetwork {
  readonly layers: readonly QuantizedDense[];
  readonly activations: readonly Affine[];
}

/** The int8 representation of a range; the range is widened to hold 0, which must be exact. */
function affineFor(values: Iterable<number>): Affine {
  let [min, max] = [0, 0];
  for (const value of values) [min, max] = [Math.min(min, value), Math.max(max, value)];
  const scale = Math.fround((max - min) / 255);
  return { scale, zeroPoint: Math.round(-128 - min / scale) };
}

/** Weights symmetric around 0, one scale a layer; biases in the scale of the products. */
function quantizeDense(layer: Dense, input: Affine): QuantizedDense {
  const largest = layer.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const weightScale = Math.fround(largest / 127);
  const biasScale = Math.fround(input.scale * weightScale);
  return {
    inputs: layer.inputs,
    outputs: layer.outputs,
    weights: Int8Array.from(layer.weights, (weight) => Math.round(weight / weightScale)),
    weightScale,
    bias: Int32Array.from(layer.bias, (bias) => Math.round(bias / biasScale)),
    biasScale,
  };
}

/** Quantizes a trained network after watching the range of each activation over some inputs. */
export function quantizeNetwork(network: Network, inputs: readonly number[]): QuantizedNetwork {
  const seen = inputs.map((input) => activations(network, input));
  const affine = [...network, undefined].map((_, i) => affineFor(seen.flatMap((values) => [...values[i]!])));
  return { activations: affine, layers: network.map((layer, i) => quantizeDense(layer, affine[i]!)) };
}
