import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import { constant, extent, int32s, quantization, seed, shape, smallExtent } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Operators that pick elements by indices, or spread one over a shape. */

/** GATHER of slices along a dimension, in any order. */
export const gather = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 500),
      axis: fc.nat({ max: 3 }),
      picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      same: quantization(type),
    })
    .map(({ extents, axis, picks, same }) => {
      const at = axis % extents.length;
      const indices = picks.map((pick) => pick % extents[at]!);
      return {
        operator: "GATHER",
        options: { type: "GatherOptions", value: { axis: at } },
        inputs: [{ type, shape: extents, quantization: same }, int32s(indices)],
        outputs: [
          { type, shape: [...extents.slice(0, at), indices.length, ...extents.slice(at + 1)], quantization: same },
        ],
      };
    });

/** FILL of a shape with a value. */
export const fill = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 4), quantization(type)).map(([extents, same]) => ({
    operator: "FILL",
    inputs: [int32s(extents), { type, shape: [], quantization: same }],
    outputs: [{ type, shape: extents, quantization: same }],
  }));

/** EXPAND_DIMS: a dimension of extent 1 anywhere. */
export const expandDims = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 3), fc.nat({ max: 3 }), quantization(type)).map(([extents, axis, same]) => {
    const at = axis % (extents.length + 1);
    return {
      operator: "EXPAND_DIMS",
      inputs: [{ type, shape: extents, quantization: same }, int32s([at])],
      outputs: [{ type, shape: [...extents.slice(0, at), 1, ...extents.slice(at)], quantization: same }],
    };
  });

/** EMBEDDING_LOOKUP of rows of int8, as real numbers. */
export const embeddingLookup: fc.Arbitrary<SingleOperator> = fc
  .record({
    rows: smallExtent,
    columns: extent,
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    seed,
    scales: quantization("int8"),
  })
  .map(({ rows, columns, picks, seed, scales }) => ({
    operator: "EMBEDDING_LOOKUP",
    inputs: [
      int32s(picks.map((pick) => pick % rows)),
      constant("int8", [rows, columns], seed, { scale: scales!.scale, zeroPoint: [0] }),
    ],
    outputs: [{ type: "float32", shape: [picks.length, columns] }],
  }));

/** GATHER_ND of elements or slices, at indices into the leading dimensions. */
export const gatherNd = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 500),
      depth: fc.integer({ min: 1, max: 4 }),
      picks: fc.array(fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      same: quantization(type),
    })
    .map(({ extents, depth, picks, same }) => {
      const length = Math.min(depth, extents.length);
      const indices = picks.map((pick) => extents.slice(0, length).map((extent, i) => pick[i]! % extent));
      return {
        operator: "GATHER_ND",
        inputs: [{ type, shape: extents, quantization: same }, int32s(indices.flat(), [picks.length, length])],
        outputs: [{ type, shape: [picks.length, ...extents.slice(length)], quantization: same }],
      };
    });

/** DYNAMIC_UPDATE_SLICE at a start that may lie outside: the update is moved to where it fits. */
export const dynamicUpdateSlice = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 500),
      parts: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      starts: fc.array(fc.integer({ min: -3, max: 20 }), { minLength: 4, maxLength: 4 }),
      same: quantization(type),
    })
    .map(({ extents, parts, starts, same }) => ({
      operator: "DYNAMIC_UPDATE_SLICE",
      inputs: [
        { type, shape: extents, quantization: same },
        { type, shape: extents.map((extent, i) => 1 + (parts[i]! % extent)), quantization: same },
        int32s(starts.slice(0, extents.length)),
      ],
      outputs: [{ type, shape: extents, quantization: same }],
    }));
