import type { Kernel, Operator, PadParams } from "@thimble/core";
import { copyRows, type PadLayout, preparePad } from "./pad.ts";

const SUFFIXES = { float32: "f32", int8: "s8", int16: "s16", int32: "s32" } as const;

type Padded = Float32Array | Int8Array | Int16Array | Int32Array;

export type PadKernel = Kernel<PadParams, PadLayout>;

/**
 * The kernel of PAD or PADV2 for one type: fills the output with the padding, then copies the input into it. Without a
 * padding value int8 pads with the output's zero point, the others, int16 too, with 0.
 */
export const padKernel = (operator: Operator<PadParams>, type: keyof typeof SUFFIXES): PadKernel => ({
  name: `${operator.name.toLowerCase()}_${SUFFIXES[type]}`,
  operator,
  types: `${type}, int32, ${type}? -> ${type}`,
  prepare: preparePad,
  invoke(node, layout) {
    const output = node.output(0);
    const value = node.optionalInput(2)?.data as Padded | undefined;
    const padding = type === "int8" ? output.zeroPoint : 0;
    (output.data as Padded).fill(value === undefined ? padding : value[0]!);
    copyRows(node, layout);
  },
});
