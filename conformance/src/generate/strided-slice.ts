import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import { int32s, quantization, shape } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** An index of STRIDED_SLICE: what it says, what its masks say, and the extents that it leaves. */
interface Index {
  readonly begin: number;
  readonly end: number;
  readonly stride: number;
  readonly masks: readonly MaskName[];
  readonly extents: readonly number[];
}

type MaskName = "beginMask" | "endMask" | "ellipsisMask" | "newAxisMask" | "shrinkAxisMask";

interface Cut {
  readonly a: number;
  readonly b: number;
  readonly stride: number;
  readonly open: readonly boolean[];
  readonly isPicked: boolean;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  a: fc.nat(),
  b: fc.nat(),
  stride: fc.constantFrom(1, 1, 2, 3, -1, -2),
  open: fc.array(
    fc.nat({ max: 7 }).map((one) => one === 0),
    { minLength: 2, maxLength: 2 },
  ),
  isPicked: fc.nat({ max: 9 }).map((one) => one === 0),
});

/** A cut through a dimension: from the lower index to the higher, or back; open ends go as far as there is. */
function indexOf(extent: number, { a, b, stride, open, isPicked }: Cut): Index {
  const [low, high] = [Math.min(a % extent, b % extent), Math.max(a % extent, b % extent)];
  if (isPicked) return { begin: low, end: low + 1, stride: 1, masks: ["shrinkAxisMask"], extents: [] };
  const masks = (["beginMask", "endMask"] as const).filter((_, i) => open[i]);
  const [first, last] = stride > 0 ? [low, high] : [high, low];
  const [front, back] = stride > 0 ? [0, extent - 1] : [extent - 1, 0];
  const from = masks.includes("beginMask") ? front : first;
  const to = masks.includes("endMask") ? back : last;
  const count = Math.floor((to - from) / stride) + 1;
  // −1 would be the last: what ends before the first is counted from the back.
  const end = stride > 0 ? last + 1 : last - 1 - extent;
  return { begin: first, end, stride, masks, extents: [count] };
}

function build(type: TensorType, extents: readonly number[], indices: readonly Index[], offset: boolean) {
  return (same: SingleOperator["outputs"][number]["quantization"]): SingleOperator => {
    const maskOf = (name: MaskName) =>
      indices.reduce((mask, { masks }, i) => mask | (Number(masks.includes(name)) << i), 0);
    const covered = indices.filter(({ masks }) => !masks.includes("newAxisMask")).length;
    const rest = indices.some(({ masks }) => masks.includes("ellipsisMask")) ? [] : extents.slice(covered);
    return {
      operator: "STRIDED_SLICE",
      options: {
        type: "StridedSliceOptions",
        value: {
          beginMask: maskOf("beginMask"),
          endMask: maskOf("endMask"),
          ellipsisMask: maskOf("ellipsisMask"),
          newAxisMask: maskOf("newAxisMask"),
          shrinkAxisMask: maskOf("shrinkAxisMask"),
          offset,
        },
      },
      inputs: [
        { type, shape: extents, quantization: same },
        int32s(indices.map(({ begin }) => begin)),
        int32s(indices.map(({ begin, end }) => (offset ? end - begin : end))),
        int32s(indices.map(({ stride }) => stride)),
      ],
      outputs: [{ type, shape: [...indices.flatMap((index) => index.extents), ...rest], quantization: same }],
    };
  };
}

const cuts = fc.array(cut, { minLength: 4, maxLength: 4 });

/** STRIDED_SLICE with an index for each dimension, strides of either sign, open ends, dimensions that are dropped. */
export const stridedSlice = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 4), cuts, quantization(type)).map(([extents, cuts, same]) =>
    build(
      type,
      extents,
      extents.map((extent, i) => indexOf(extent, cuts[i]!)),
      false,
    )(same),
  );

/** How a model says less, or more, than an index for each dimension. */
const SHORTHANDS = ["fewer", "ellipsis", "newAxis", "offset"] as const;

/** STRIDED_SLICE with fewer indices than dimensions, an ellipsis, a new axis, or ends relative to their begin. */
export const stridedSliceShort = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .tuple(shape(2, 4), cuts, fc.integer({ min: 1, max: 3 }), fc.constantFrom(...SHORTHANDS), quantization(type))
    .map(([extents, cuts, kept, shorthand, same]) => {
      const all = extents.map((extent, i) =>
        indexOf(extent, { ...cuts[i]!, ...(shorthand === "offset" && { stride: 1, open: [], isPicked: false }) }),
      );
      if (shorthand === "offset") return build(type, extents, all, true)(same);
      const some = all.slice(0, Math.min(kept, extents.length - 1));
      const whole = { begin: 0, end: 0, stride: 1 };
      if (shorthand === "ellipsis") {
        const rest = extents.slice(some.length);
        return build(type, extents, [...some, { ...whole, masks: ["ellipsisMask"], extents: rest }], false)(same);
      }
      const added: readonly Index[] =
        shorthand === "newAxis" ? [{ ...whole, masks: ["newAxisMask"], extents: [1] }] : [];
      return build(type, extents, [...added, ...some], false)(same);
    });
