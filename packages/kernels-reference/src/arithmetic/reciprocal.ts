import { oneOverOnePlus } from "./fixed-point.ts";

/** 1 ÷ x of an integer as a fraction between ½ and 1, Q0.31: of x shifted to [1, 2). See {@link reciprocalShift}. */
export const reciprocal = (x: number): number => oneOverOnePlus(((x << Math.clz32(x)) - (1 << 31)) | 0);

/** Bits by which x lies over the [1, 2) whose reciprocal {@link reciprocal} gives. */
export const reciprocalShift = (x: number): number => 31 - Math.clz32(x);
