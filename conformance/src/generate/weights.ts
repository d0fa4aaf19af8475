import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import type { GeneratedQuantization, GeneratedTensor } from "./graph.ts";
import { constant, filterQuantization, quantization, seed } from "./pieces.ts";
import { randomBias } from "./random-data.ts";

/** What operators with weights have in common: an input, a filter, a bias and an output. */

/** Types of activations and weights. */
export interface WeightTypes {
  readonly activations: "int8" | "int16" | "float32";
  readonly weights: "int8" | "int4" | "float32";
}

/** What does not depend on the operator. A multiplier may go left too. */
export interface LayerSpec {
  readonly input: GeneratedQuantization | undefined;
  readonly output: GeneratedQuantization | undefined;
  readonly seed: number;
  readonly hasBias: boolean;
  /** Whether the filter is an input of the model. */
  readonly isFilterComputed: boolean;
  /** Whether the bias is one. */
  readonly isBiasComputed: boolean;
}

/** What is an input of the model in one of twelve. */
export const seldom: fc.Arbitrary<boolean> = fc.integer({ min: 0, max: 11 }).map((one) => one === 0);

/** Arbitraries of a {@link LayerSpec}, to be put into a record with the operator's own. */
export const layerSpec = ({
  activations,
}: WeightTypes): { readonly [K in keyof LayerSpec]: fc.Arbitrary<LayerSpec[K]> } => ({
  input: quantization(activations),
  output: quantization(activations, 4),
  seed,
  hasBias: fc.boolean(),
  isFilterComputed: seldom,
  isBiasComputed: seldom,
});

/** Shapes of a layer's tensors; the output's channels are the bias's too. */
export interface LayerShapes {
  readonly input: readonly number[];
  readonly filter: readonly number[];
  readonly output: readonly number[];
  /** The filter's dimension that has a slice for each output channel. */
  readonly filterChannels: number;
}

/** The tensors of a layer. */
export interface Layer {
  readonly input: GeneratedTensor;
  readonly filter: GeneratedTensor;
  readonly bias: GeneratedTensor | undefined;
  readonly output: GeneratedTensor;
}

const isFloat = (type: TensorType): boolean => type === "float32";

/** A bias of the type that goes with the activations. */
function biasOf({ activations }: WeightTypes, length: number, { seed, isBiasComputed }: LayerSpec): GeneratedTensor {
  const type = isFloat(activations) ? "float32" : activations === "int8" ? "int32" : "int64";
  if (isBiasComputed && type !== "int64") return { type, shape: [length] };
  if (type === "float32") return constant(type, [length], seed + 1);
  const data = randomBias(length, seed + 1);
  if (type === "int32") return { type, shape: [length], data };
  const wide = BigInt64Array.from(new Int32Array(data.buffer), BigInt);
  return { type, shape: [length], data: new Uint8Array(wide.buffer) };
}

function filterOf(
  type: TensorType,
  shape: readonly number[],
  { seed, isFilterComputed }: LayerSpec,
  quantization: GeneratedQuantization | undefined,
): GeneratedTensor {
  return isFilterComputed ? { type, shape, quantization } : constant(type, shape, seed, quantization);
}

/** The tensors of a layer, whose filter has one scale or one a channel. */
export function layer(types: WeightTypes, spec: LayerSpec, shapes: LayerShapes): fc.Arbitrary<Layer> {
  const { activations, weights } = types;
  const channels = shapes.output.at(-1)!;
  return filterQuantization(channels, shapes.filterChannels).map((scales) => ({
    input: { type: activations, shape: shapes.input, quantization: spec.input },
    filter: filterOf(weights, shapes.filter, spec, isFloat(weights) ? undefined : scales),
    bias: spec.hasBias ? biasOf(types, channels, spec) : undefined,
    output: { type: activations, shape: shapes.output, quantization: spec.output },
  }));
}
