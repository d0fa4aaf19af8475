import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import { broadcastShapes } from "./elementwise.ts";
import type { GeneratedTensor } from "./graph.ts";
import { int32s, quantization, shape, smallExtent } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Operators that lay elements out anew: in blocks, mirrored, reversed, repeated, chosen. */

/** BATCH_TO_SPACE_ND or SPACE_TO_BATCH_ND, of images or of rows, with what is cut off or put on at the edges. */
export const spaceBatch = (
  operator: "BATCH_TO_SPACE_ND" | "SPACE_TO_BATCH_ND",
  type: TensorType,
): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      batches: fc.constantFrom(1, 2),
      positions: fc.array(smallExtent, { minLength: 1, maxLength: 2 }),
      blocks: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
      edges: fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 4 }),
      channels: smallExtent,
      same: quantization(type),
    })
    .map(({ batches, positions, blocks, edges, channels, same }) => {
      const block = positions.map((_, i) => blocks[i]!);
      const spans = positions.map((count, i) => count * block[i]!);
      const before = spans.map((span, i) => Math.min(edges[2 * i]!, span - 1));
      const after = spans.map((span, i) => Math.min(edges[2 * i + 1]!, span - 1 - before[i]!));
      const wide = [batches, ...spans.map((span, i) => span - before[i]! - after[i]!), channels];
      const deep = [batches * block.reduce((product, extent) => product * extent, 1), ...positions, channels];
      const [from, to] = operator === "SPACE_TO_BATCH_ND" ? [wide, deep] : [deep, wide];
      const atEdges = before.flatMap((count, i) => [count, after[i]!]);
      return {
        operator,
        inputs: [{ type, shape: from, quantization: same }, int32s(block), int32s(atEdges, [block.length, 2])],
        outputs: [{ type, shape: to, quantization: same }],
      };
    });

/** MIRROR_PAD, by no more than there is to be mirrored. */
export const mirrorPad = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 400),
      pads: fc.array(fc.nat({ max: 4 }), { minLength: 8, maxLength: 8 }),
      mode: fc.constantFrom("REFLECT", "SYMMETRIC"),
      same: quantization(type),
    })
    .map(({ extents, pads, mode, same }) => {
      const paddings = extents.flatMap((extent, i) =>
        pads.slice(2 * i, 2 * i + 2).map((pad) => Math.min(pad, mode === "REFLECT" ? extent - 1 : extent)),
      );
      return {
        operator: "MIRROR_PAD",
        options: { type: "MirrorPadOptions", value: { mode } },
        inputs: [{ type, shape: extents, quantization: same }, int32s(paddings, [extents.length, 2])],
        outputs: [
          { type, shape: extents.map((e, i) => e + paddings[2 * i]! + paddings[2 * i + 1]!), quantization: same },
        ],
      };
    });

/** REVERSE_V2 along some dimensions. */
export const reverse = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 4), quantization(type)).chain(([extents, same]) =>
    fc
      .subarray(
        extents.map((_, i) => i),
        { minLength: 1 },
      )
      .map((axes) => ({
        operator: "REVERSE_V2",
        inputs: [{ type, shape: extents, quantization: same }, int32s(axes)],
        outputs: [{ type, shape: extents, quantization: same }],
      })),
  );

/** BROADCAST_TO a shape: dimensions of 1 are repeated, missing ones put in front. */
export const broadcastTo = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 500),
      ones: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      dropped: fc.nat({ max: 2 }),
      same: quantization(type),
    })
    .map(({ extents, ones, dropped, same }) => {
      const thin = extents.map((extent, i) => (ones[i] ? 1 : extent)).slice(Math.min(dropped, extents.length - 1));
      return {
        operator: "BROADCAST_TO",
        inputs: [{ type, shape: thin, quantization: same }, int32s(extents)],
        outputs: [{ type, shape: extents, quantization: same }],
      };
    });

/** BROADCAST_ARGS: the shape that two shapes broadcast to. */
export const broadcastArgs: fc.Arbitrary<SingleOperator> = broadcastShapes.map(({ left, right }) => ({
  operator: "BROADCAST_ARGS",
  inputs: [int32s(left), int32s(right)],
  outputs: [{ type: "int32", shape: [Math.max(left.length, right.length)] }],
}));

/** SELECT_V2: x or y, as a condition says. */
export const select = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .tuple(broadcastShapes, fc.nat({ max: 2 }), quantization(type))
    .map(([{ full, left, right }, whole, same]): SingleOperator => {
      // One of the three has the full shape.
      const shapes = [left, right];
      shapes.splice(whole, 0, full);
      const [condition, x, y] = shapes as [readonly number[], readonly number[], readonly number[]];
      return {
        operator: "SELECT_V2",
        inputs: [
          { type: "bool", shape: condition },
          { type, shape: x, quantization: same },
          { type, shape: y, quantization: same },
        ],
        outputs: [{ type, shape: full, quantization: same }],
      };
    });

/** SQUEEZE of all dimensions of 1, or of those that are listed. */
export const squeeze = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .tuple(shape(1, 3), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), fc.boolean(), quantization(type))
    .map(([extents, ones, isListed, same]) => {
      const loose = [...extents.flatMap((extent, i) => (ones[i] ? [1, extent] : [extent])), ...(ones[3] ? [1] : [])];
      const isOne = (extent: number) => extent === 1;
      const squeezeDims = isListed ? loose.flatMap((extent, i) => (isOne(extent) ? [i] : [])) : [];
      return {
        operator: "SQUEEZE",
        options: { type: "SqueezeOptions", value: { squeezeDims } },
        inputs: [{ type, shape: loose, quantization: same }],
        outputs: [{ type, shape: loose.filter((extent) => !isOne(extent)), quantization: same }],
      };
    });

/** SHAPE of a tensor, whatever is in it. */
export const shapeOf = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 5), quantization(type)).map(([extents, own]) => ({
    operator: "SHAPE",
    options: { type: "ShapeOptions", value: { outType: "int32" } },
    inputs: [{ type, shape: extents, quantization: own }],
    outputs: [{ type: "int32", shape: [extents.length] }],
  }));

/** SPLIT_V into parts of sizes of their own. */
export const splitV = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 300),
      sizes: fc.array(smallExtent, { minLength: 1, maxLength: 4 }),
      axis: fc.nat({ max: 3 }),
      same: quantization(type),
    })
    .map(({ extents, sizes, axis, same }) => {
      const at = axis % extents.length;
      const withExtent = (value: number): GeneratedTensor => ({
        type,
        shape: extents.map((extent, i) => (i === at ? value : extent)),
        quantization: same,
      });
      return {
        operator: "SPLIT_V",
        options: { type: "SplitVOptions", value: { numSplits: sizes.length } },
        inputs: [withExtent(sizes.reduce((sum, size) => sum + size, 0)), int32s(sizes), int32s([at], [])],
        outputs: sizes.map(withExtent),
      };
    });
