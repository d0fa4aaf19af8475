import type { PrepareHost, Region } from "@thimble/core";
import { clamp } from "../arithmetic/clamp.ts";

/** For each position of an output's dimension: the two of the input around it, and how far it is from the first. */
export interface Interpolation {
  readonly lower: Region<"int32">;
  readonly upper: Region<"int32">;
  /** In the unit in which the positions were given; 1 pixel is 1 or 2^10. */
  readonly distance: Region<"float32">;
}

/** Stores where each position lies: `positionOf` gives it in units of which a pixel has `unit`. */
export function prepareInterpolation(
  host: PrepareHost,
  outputExtent: number,
  inputExtent: number,
  positionOf: (i: number) => number,
  unit: number,
): Interpolation {
  const lower = host.allocatePersistent("int32", outputExtent);
  const upper = host.allocatePersistent("int32", outputExtent);
  const distance = host.allocatePersistent("float32", outputExtent);
  for (let i = 0; i < outputExtent; i++) {
    const position = positionOf(i);
    lower.data[i] = clamp(Math.floor(position / unit), 0, inputExtent - 1);
    upper.data[i] = clamp(Math.ceil(position / unit), 0, inputExtent - 1);
    distance.data[i] = position - lower.data[i]! * unit;
  }
  return { lower, upper, distance };
}
