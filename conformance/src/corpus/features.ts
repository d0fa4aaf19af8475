import type { TensorType } from "@thimble/schema";
import type { GeneratedTensor } from "../generate/graph.ts";
import type { RandomInvocations } from "../generate/random-case.ts";
import type { SingleOperator } from "../generate/single-operator.ts";
import { paddingOf, type Window, windowsOf } from "./windows-of.ts";

/** A model of one operator with what the reference gives for it. */
export interface Candidate {
  readonly single: SingleOperator;
  readonly invocations: RandomInvocations;
  /** The same with single rounding; `undefined` where nothing is rescaled. */
  readonly roundedOnce?: RandomInvocations | undefined;
}

/** A property of a model that kernels get wrong: somebody's edge. */
type Feature = (candidate: Candidate) => boolean;

const RANGES: { readonly [T in TensorType]?: readonly [lowest: number, highest: number] } = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
};

const present = (inputs: SingleOperator["inputs"]): readonly GeneratedTensor[] =>
  inputs.filter((tensor) => tensor !== undefined);

const value = ({ options }: SingleOperator, name: string): unknown => options?.value[name];

const channelsOf = ({ outputs }: SingleOperator): number => outputs[0]!.shape.at(-1) ?? 1;

const sizeOf = ({ shape }: GeneratedTensor): number => shape.reduce((size, extent) => size * extent, 1);

const zeroPointOf = (tensor: GeneratedTensor | undefined): number | undefined => tensor?.quantization?.zeroPoint[0];

const isAt = (tensor: GeneratedTensor | undefined, end: 0 | 1): boolean =>
  tensor !== undefined && RANGES[tensor.type] !== undefined && zeroPointOf(tensor) === RANGES[tensor.type]![end];

/** Operators whose inputs each have a factor of their own. */
const ADDITIVE: readonly string[] = ["ADD", "SUB"];

/** The scale by which sums of products of the first two inputs are multiplied, or by which one input is. */
function factorsOf({ operator, inputs, outputs }: SingleOperator): readonly number[] {
  const [out] = outputs[0]?.quantization?.scale ?? [];
  if (out !== undefined && ADDITIVE.includes(operator))
    return present(inputs).map(({ quantization }) => (quantization?.scale[0] ?? 0) / out);
  const data = inputs.filter((tensor) => tensor?.quantization);
  if (out === undefined || data.length === 0) return [];
  const [first, second] = data.map((tensor) => tensor!.quantization!.scale);
  const isLayer = inputs.some((tensor) => tensor?.data !== undefined && tensor.quantization) || data.length > 1;
  return isLayer && second ? second.map((scale) => (first![0]! * scale) / out) : [first![0]! / out];
}

const contains = ({ single, invocations }: Candidate, end: 0 | 1): boolean => {
  const range = RANGES[single.outputs[0]!.type];
  if (!range) return false;
  const width = single.outputs[0]!.type === "int16" ? 2 : 1;
  return invocations.some(({ outputs: [bytes] }) => {
    const view = new DataView(bytes!.buffer, bytes!.byteOffset, bytes!.byteLength);
    for (let at = 0; at < bytes!.length; at += width) {
      const element = width === 2 ? view.getInt16(at, true) : range[0] < 0 ? view.getInt8(at) : view.getUint8(at);
      if (element === range[end]) return true;
    }
    return false;
  });
};

/** Whether there are many outputs, half of them at neither end: enough to tell a factor or zero point by. */
function liesWithin({ single, invocations }: Candidate): boolean {
  const { type } = single.outputs[0]!;
  const range = RANGES[type];
  if (!range || type === "uint8") return false;
  const View = type === "int8" ? Int8Array : Int16Array;
  const elements = invocations.flatMap(({ outputs: [bytes] }) => [...new View(bytes!.slice().buffer)]);
  const within = elements.filter((element) => element > range[0] && element < range[1]);
  return elements.length >= MANY && within.length > elements.length / 2 && new Set(within).size > MANY / 4;
}

const MANY = 32;

const isPowerOfTwo = (scale: number): boolean => Number.isInteger(Math.log2(scale));

const scalesOf = (tensors: readonly GeneratedTensor[]): readonly number[] =>
  tensors.flatMap(({ quantization }) => quantization?.scale ?? []);

/** Whether many results lie in the middle between two outputs: exact factors under 1. */
function hasTies(candidate: Candidate): boolean {
  const { inputs, outputs } = candidate.single;
  const alpha = Math.abs(Number(value(candidate.single, "alpha") ?? 1));
  const scales = [...scalesOf([...present(inputs), ...outputs]), alpha];
  const isExact = scales.length > 1 && scales.every(isPowerOfTwo);
  return isExact && factorsOf(candidate.single).some((factor) => factor < 1) && liesWithin(candidate);
}

/** Whether the two ways to round give different outputs. */
const roundingsDiffer = ({ invocations, roundedOnce }: Candidate): boolean =>
  roundedOnce !== undefined &&
  invocations.some(({ outputs }, i) =>
    outputs.some((bytes, o) => bytes.some((byte, at) => byte !== roundedOnce[i]!.outputs[o]![at])),
  );

/** Whether the sum of an input's elements passes 16 bits, all of them at one end. */
function sumsPast16Bits({ single, invocations }: Candidate): boolean {
  const terms = sizeOf(single.inputs[0]!) / Math.max(1, sizeOf(single.outputs[0]!));
  return (
    single.inputs[0]!.type === "int8" &&
    terms > 258 &&
    invocations.some(({ inputs: [bytes] }) => bytes!.every((byte) => byte === 127))
  );
}

const int32At = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);

/** How often a WHILE's body runs: the last result counts from a constant; NaN for other operators. */
function roundsOf({ single, invocations }: Candidate): number {
  const first = single.operator === "WHILE" ? single.around?.tensors[0]?.data : undefined;
  return first ? int32At(invocations[0]!.outputs.at(-1)!) - int32At(first) : Number.NaN;
}

const isBroadcast = ({ inputs, outputs }: SingleOperator, position: number): boolean =>
  inputs.length === 2 &&
  inputs[position]!.data === undefined &&
  inputs[position]!.type === inputs[0]!.type &&
  sizeOf(inputs[position]!) > 1 &&
  sizeOf(inputs[position]!) < sizeOf(outputs[0]!);

const some =
  (holds: (window: Window, single: SingleOperator) => boolean): Feature =>
  ({ single }) =>
    windowsOf(single).some((window) => holds(window, single));

const every =
  (holds: (window: Window, single: SingleOperator) => boolean): Feature =>
  ({ single }) => {
    const windows = windowsOf(single);
    return windows.length > 0 && windows.every((window) => holds(window, single));
  };

const activation =
  (name: string): Feature =>
  ({ single }) =>
    value(single, "fusedActivationFunction") === name;

const channels =
  (count: number): Feature =>
  ({ single }) =>
    channelsOf(single) === count;

const rank =
  (count: number): Feature =>
  ({ single }) =>
    single.outputs[0]!.shape.length === count;

/** Input channels of a convolution that each of its filters sees. */
const filterDepth = ({ operator, inputs }: SingleOperator): number =>
  operator === "CONV_2D" ? inputs[1]!.shape.at(-1)! : 0;

/**
 * The properties that the committed cases cover for each operator and types, as far as its models can have them. A case
 * has the name of the first one that it was chosen for.
 */
export const features: Readonly<Record<string, Feature>> = {
  "same-odd": some((window, single) => value(single, "padding") === "SAME" && paddingOf(window) % 2 === 1),
  "same-even": some(
    (window, single) => value(single, "padding") === "SAME" && paddingOf(window) % 2 === 0 && paddingOf(window) > 0,
  ),
  "same-in-one-axis": ({ single }) => {
    const paddings = windowsOf(single).map(paddingOf);
    return value(single, "padding") === "SAME" && paddings.includes(0) && paddings.some((padding) => padding > 0);
  },
  valid: ({ single }) => value(single, "padding") === "VALID" && windowsOf(single).some(({ size }) => size > 1),
  "valid-remainder": some(
    ({ size, stride, dilation, input, output }, single) =>
      value(single, "padding") === "VALID" && (output - 1) * stride + (size - 1) * dilation + 1 < input,
  ),
  "stride-over-window": some(({ size, stride }) => stride > size),
  "strides-differ": ({ single }) => new Set(windowsOf(single).map(({ stride }) => stride)).size > 1,
  "window-over-input": some(({ size, dilation, input }) => (size - 1) * dilation + 1 > input),
  dilated: some(({ dilation, size }) => dilation > 1 && size > 1),
  "dilated-same-odd": some(
    (window, single) =>
      window.dilation > 1 && window.size > 1 && value(single, "padding") === "SAME" && paddingOf(window) % 2 === 1,
  ),
  "dilations-differ": ({ single }) => new Set(windowsOf(single).map(({ dilation }) => dilation)).size > 1,
  "window-1x1": every(({ size }) => size === 1),
  "window-1x1-strided": every(({ size, stride }) => size === 1 && stride > 1),
  "window-3x3": every(({ size, stride, dilation }) => size === 3 && stride === 1 && dilation === 1),
  "window-3x3-stride-2": every(({ size, stride, dilation }) => size === 3 && stride === 2 && dilation === 1),
  "window-5x5": every(({ size, dilation }) => size === 5 && dilation === 1),
  "window-wide": (candidate) => {
    const [, width] = windowsOf(candidate.single);
    return width !== undefined && width.size > 4 && width.dilation === 1 && width.output > 1 && liesWithin(candidate);
  },
  "window-over-256-elements": ({ single }) => windowsOf(single).reduce((product, { size }) => product * size, 1) > 256,
  "window-row": ({ single }) => windowsOf(single)[0]?.size === 1 && windowsOf(single)[1]!.size > 1,
  "window-column": ({ single }) => windowsOf(single)[1]?.size === 1 && windowsOf(single)[0]!.size > 1,
  "window-even": some(({ size }) => size === 2 || size === 4),
  grouped: ({ single }) => single.operator === "CONV_2D" && filterDepth(single) < single.inputs[0]!.shape.at(-1)!,
  "input-channels-12": ({ single }) => filterDepth(single) === 12,
  "few-input-channels": ({ single }) => filterDepth(single) > 0 && filterDepth(single) < 4,
  "rank-of-2": ({ single }) => value(single, "rank") === 2,
  "depth-multiplier": ({ single }) => Number(value(single, "depthMultiplier") ?? 1) > 1,
  "one-channel-to-many": ({ single }) =>
    Number(value(single, "depthMultiplier") ?? 1) > 1 && single.inputs[0]!.shape.at(-1) === 1,
  "input-zero-point-lowest": ({ single }) => isAt(single.inputs[0], 0),
  "input-zero-point-highest": ({ single }) => isAt(single.inputs[0], 1),
  "output-zero-point-lowest": ({ single }) => isAt(single.outputs[0], 0),
  "output-zero-point-highest": ({ single }) => isAt(single.outputs[0], 1),
  "input-zero-point-lowest-within-the-range": (candidate) =>
    isAt(candidate.single.inputs[0], 0) && liesWithin(candidate),
  "input-zero-point-highest-within-the-range": (candidate) =>
    isAt(candidate.single.inputs[0], 1) && liesWithin(candidate),
  "within-the-range": liesWithin,
  ties: hasTies,
  "roundings-differ": roundingsDiffer,
  "sums-past-16-bits": sumsPast16Bits,
  "state-zero-point": ({ single }) =>
    single.inputs.some((tensor) => tensor?.isVariable && (zeroPointOf(tensor) ?? 0) !== 0),
  "output-is-no-variable": ({ single }) => single.operator === "CIRCULAR_BUFFER" && !single.outputs[0]!.isVariable,
  "branch-then": ({ single, invocations }) =>
    single.operator === "IF" && invocations.some(({ inputs: [condition] }) => condition![0] === 1),
  "branch-else": ({ single, invocations }) =>
    single.operator === "IF" && invocations.some(({ inputs: [condition] }) => condition![0] === 0),
  "no-rounds": (candidate) => roundsOf(candidate) === 0,
  "one-round": (candidate) => roundsOf(candidate) === 1,
  "many-rounds": (candidate) => roundsOf(candidate) > 2,
  "results-passed-on": ({ single }) =>
    single.around?.called.some(({ inputs, outputs }) => outputs.some((output) => inputs.includes(output))) ?? false,
  "own-value": ({ single }) => single.operator === "PAD" && single.inputs.length === 3,
  "bias-of-32-bits": (candidate) =>
    candidate.single.inputs[2] === undefined &&
    value(candidate.single, "quantizedBiasType") === "int32" &&
    liesWithin(candidate),
  "zero-points-of-rows": (candidate) =>
    present(candidate.single.inputs).some(
      ({ quantization }) => (quantization?.scale.length ?? 0) > 1 && quantization!.zeroPoint[0] !== 0,
    ) && liesWithin(candidate),
  "weights-zero-point": ({ single }) =>
    single.inputs.slice(1).some((tensor) => tensor?.data !== undefined && (zeroPointOf(tensor) ?? 0) !== 0),
  "scale-per-channel": ({ single }) =>
    present(single.inputs).some((tensor) => (tensor.quantization?.scale.length ?? 0) > 1),
  "scale-per-tensor": ({ single }) =>
    present(single.inputs).some((tensor) => tensor.data !== undefined && tensor.quantization?.scale.length === 1),
  "shift-left": ({ single }) => factorsOf(single).some((factor) => factor >= 1),
  "shift-left-far": ({ single }) => factorsOf(single).some((factor) => factor >= 4),
  "shift-left-within-the-range": (candidate) =>
    factorsOf(candidate.single).some((factor) => factor >= 1) && liesWithin(candidate),
  "shift-left-far-within-the-range": (candidate) =>
    factorsOf(candidate.single).some((factor) => factor >= 4) &&
    sizeOf(candidate.single.outputs[0]!) > 200 &&
    liesWithin(candidate),
  "shift-right-far": ({ single }) => factorsOf(single).some((factor) => factor < 2 ** -12),
  "shifts-both-ways": ({ single }) =>
    factorsOf(single).some((factor) => factor >= 1) && factorsOf(single).some((factor) => factor < 0.5),
  "saturates-low": (candidate) => contains(candidate, 0),
  "saturates-high": (candidate) => contains(candidate, 1),
  "sums-near-the-end": ({ single }) =>
    single.inputs.some(
      (tensor) =>
        tensor?.type === "int32" &&
        tensor.data !== undefined &&
        tensor.quantization === undefined &&
        tensor.data.length >= 4 &&
        new Int32Array(tensor.data.slice().buffer).some((bias) => Math.abs(bias) > 2 ** 30),
    ),
  relu: activation("RELU"),
  relu6: activation("RELU6"),
  "relu-n1-to-1": activation("RELU_N1_TO_1"),
  "computed-bias": ({ single }) =>
    !single.around && single.inputs.length === 3 && single.inputs[2] !== undefined && isComputed(single.inputs[2]),
  "sums-past-the-end": ({ single }) =>
    single.inputs.some(
      (tensor) =>
        tensor?.type === "int32" &&
        tensor.data !== undefined &&
        tensor.shape.length === 1 &&
        tensor.data.length >= 4 &&
        new Int32Array(tensor.data.slice().buffer).some((bias) => Math.abs(bias) > 2 ** 31 - 3002),
    ),
  "no-bias": ({ single }) => single.inputs.includes(undefined),
  "weights-computed": ({ single }) =>
    !single.around && single.inputs.length > 2 && single.inputs[1] !== undefined && isComputed(single.inputs[1]),
  "constant-first": ({ single }) => single.inputs.length === 2 && single.inputs[0]!.data !== undefined,
  "constant-second": ({ single }) =>
    single.inputs.length === 2 &&
    single.inputs[1]!.data !== undefined &&
    single.inputs[1]!.type === single.inputs[0]!.type,
  "broadcast-first": ({ single }) => isBroadcast(single, 0),
  "broadcast-second": ({ single }) => isBroadcast(single, 1),
  "broadcast-both": ({ single }) => isBroadcast(single, 0) && isBroadcast(single, 1),
  "scalar-operand": ({ single }) =>
    single.inputs.length === 2 &&
    present(single.inputs).some((tensor) => tensor.data === undefined && sizeOf(tensor) === 1) &&
    sizeOf(single.outputs[0]!) > 1,
  "input-empty": ({ single }) =>
    single.outputs.every((tensor) => sizeOf(tensor) > 0) &&
    present(single.inputs).some((tensor) => sizeOf(tensor) === 0),
  "many-inputs": ({ single }) => present(single.inputs).filter(({ data }) => data === undefined).length > 3,
  "many-outputs": ({ single }) => single.outputs.length > 3,
  "one-element": ({ single }) => single.outputs.length === 1 && sizeOf(single.outputs[0]!) === 1,
  empty: ({ single }) => single.outputs.some((tensor) => sizeOf(tensor) === 0),
  "channels-1": channels(1),
  "channels-3": channels(3),
  "channels-7": channels(7),
  "channels-8": channels(8),
  "channels-9": channels(9),
  "channels-12": channels(12),
  "channels-15": channels(15),
  "channels-16": channels(16),
  "channels-17": channels(17),
  "channels-many": ({ single }) => channelsOf(single) > 32,
  batches: ({ single }) => single.outputs[0]!.shape.length > 1 && single.outputs[0]!.shape[0]! > 1,
  "rank-1": rank(1),
  "rank-2": rank(2),
  "rank-3": rank(3),
  "rank-4": rank(4),
  "rank-5": rank(5),
  large: ({ single }) => sizeOf(single.outputs[0]!) > 300,
  "rows-dilated": ({ single }) => (windowsOf(single)[0]?.dilation ?? 1) > 1,
  "columns-dilated": ({ single }) => (windowsOf(single)[1]?.dilation ?? 1) > 1,
  "channels-3x3": (candidate) => hasPlanes(candidate, 1),
  "channels-3x3-stride-2": (candidate) => hasPlanes(candidate, 2),
};

/** Whether several channels each have one filter of 3x3, whose outputs tell where it lies. */
function hasPlanes(candidate: Candidate, stride: number): boolean {
  const { single } = candidate;
  const is3x3 = every((window) => window.size === 3 && window.dilation === 1 && window.stride === stride);
  const isOwn = Number(value(single, "depthMultiplier")) === 1 && single.inputs[0]!.shape.at(-1)! > 4;
  return isOwn && is3x3(candidate) && windowsOf(single).some(({ output }) => output > 2) && liesWithin(candidate);
}

/** The features of a model. One without elements has that one only: there is nothing that a kernel gets wrong. */
export function edgesOf(candidate: Candidate): readonly string[] {
  const names = Object.keys(features).filter((name) => features[name]!(candidate));
  return names.includes("empty") ? ["empty"] : names;
}

const isComputed = (tensor: GeneratedTensor): boolean => tensor.data === undefined && !tensor.isVariable;
