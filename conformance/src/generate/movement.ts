import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import type { GeneratedTensor } from "./graph.ts";
import { constant, int32s, quantization, seed, shape } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Operators that move elements and compute nothing (but for CONCATENATION, which may rescale). */

/** RESHAPE to a shape of as many elements. */
export const reshape = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 4), quantization(type)).map(([extents, same]) => {
    const flat = [1, extents.reduce((product, extent) => product * extent, 1)];
    return {
      operator: "RESHAPE",
      options: { type: "ReshapeOptions", value: { newShape: flat } },
      inputs: [{ type, shape: extents, quantization: same }, int32s(flat)],
      outputs: [{ type, shape: flat, quantization: same }],
    };
  });

/** PAD, now and then with a value of its own, or PADV2, which always has one. */
export const pad = (operator: "PAD" | "PADV2", type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 500),
      pads: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { minLength: 4, maxLength: 4 }),
      same: quantization(type),
      seed,
    })
    .map(({ extents, pads, same, seed }) => {
      const used = extents.map((_, i) => pads[i]!);
      const hasValue = operator === "PADV2" || seed % 3 === 0;
      const value: GeneratedTensor[] = hasValue ? [constant(type, [1], seed, same)] : [];
      return {
        operator,
        inputs: [{ type, shape: extents, quantization: same }, int32s(used.flat(), [used.length, 2]), ...value],
        outputs: [{ type, shape: extents.map((extent, i) => extent + used[i]![0] + used[i]![1]), quantization: same }],
      };
    });

/** CONCATENATION of some inputs along any dimension; int8 inputs may have scales of their own. */
export const concatenation = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 300),
      along: fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 6 }),
      axis: fc.nat({ max: 3 }),
      same: quantization(type),
      own: fc.array(quantization(type), { minLength: 6, maxLength: 6 }),
      isSame: fc.boolean(),
    })
    .map(({ extents, along, axis, same, own, isSame }) => {
      const at = axis % extents.length;
      const withExtent = (value: number) => extents.map((extent, i) => (i === at ? value : extent));
      return {
        operator: "CONCATENATION",
        options: { type: "ConcatenationOptions", value: { axis: at } },
        inputs: along.map((value, i) => ({
          type,
          shape: withExtent(value),
          quantization: isSame || type !== "int8" ? same : own[i],
        })),
        outputs: [{ type, shape: withExtent(along.reduce((sum, value) => sum + value, 0)), quantization: same }],
      };
    });

export const transpose = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 5), quantization(type)).chain(([extents, same]) =>
    fc
      .shuffledSubarray(
        extents.map((_, i) => i),
        { minLength: extents.length },
      )
      .map((permutation) => ({
        operator: "TRANSPOSE" as const,
        inputs: [{ type, shape: extents, quantization: same }, int32s(permutation)],
        outputs: [{ type, shape: permutation.map((i) => extents[i]!), quantization: same }],
      })),
  );

export const slice = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4),
      cuts: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 4 }),
      same: quantization(type),
    })
    .map(({ extents, cuts, same }) => {
      const begin = extents.map((extent, i) => cuts[i]![0] % extent);
      const size = extents.map((extent, i) => 1 + (cuts[i]![1] % (extent - begin[i]!)));
      return {
        operator: "SLICE",
        inputs: [{ type, shape: extents, quantization: same }, int32s(begin), int32s(size)],
        outputs: [{ type, shape: size, quantization: same }],
      };
    });

/** SPLIT into equal parts. */
export const split = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 300),
      axis: fc.nat({ max: 3 }),
      numSplits: fc.integer({ min: 1, max: 4 }),
      same: quantization(type),
    })
    .map(({ extents, axis, numSplits, same }) => {
      const at = axis % extents.length;
      const whole = extents.map((extent, i) => (i === at ? extent * numSplits : extent));
      return {
        operator: "SPLIT",
        options: { type: "SplitOptions", value: { numSplits } },
        inputs: [int32s([at], []), { type, shape: whole, quantization: same }],
        outputs: Array.from({ length: numSplits }, () => ({ type, shape: extents, quantization: same })),
      };
    });

/** PACK along a new dimension. */
export const pack = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 3, 300),
      axis: fc.nat({ max: 3 }),
      count: fc.integer({ min: 1, max: 4 }),
      same: quantization(type),
    })
    .map(({ extents, axis, count, same }) => {
      const at = axis % (extents.length + 1);
      return {
        operator: "PACK",
        options: { type: "PackOptions", value: { valuesCount: count, axis: at } },
        inputs: Array.from({ length: count }, () => ({ type, shape: extents, quantization: same })),
        outputs: [{ type, shape: [...extents.slice(0, at), count, ...extents.slice(at)], quantization: same }],
      };
    });

/** UNPACK along any dimension. */
export const unpack = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  pack(type).map(({ options, inputs, outputs }) => ({
    operator: "UNPACK",
    options: { type: "UnpackOptions", value: { num: inputs.length, axis: options!.value.axis } },
    inputs: outputs,
    outputs: inputs as readonly GeneratedTensor[],
  }));

/** DEPTH_TO_SPACE or SPACE_TO_DEPTH in blocks. */
export const blocks = (operator: "DEPTH_TO_SPACE" | "SPACE_TO_DEPTH", type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(3, 3, 200),
      blockSize: fc.integer({ min: 1, max: 3 }),
      same: quantization(type),
    })
    .map(({ extents: [height, width, channels] = [1, 1, 1], blockSize, same }) => {
      const wide = [1, height! * blockSize, width! * blockSize, channels!];
      const deep = [1, height!, width!, channels! * blockSize * blockSize];
      const [from, to] = operator === "DEPTH_TO_SPACE" ? [deep, wide] : [wide, deep];
      return {
        operator,
        options: {
          type: operator === "DEPTH_TO_SPACE" ? "DepthToSpaceOptions" : "SpaceToDepthOptions",
          value: { blockSize },
        },
        inputs: [{ type, shape: from, quantization: same }],
        outputs: [{ type, shape: to, quantization: same }],
      };
    });
