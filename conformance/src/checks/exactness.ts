import type { KernelDescription } from "@thimble/core";

/** Whether a kernel has to give every bit. One that does not say so has to where it computes no floats. */
export const isExact = ({ exactness, types }: KernelDescription): boolean =>
  exactness === undefined ? !types.slice(types.indexOf("->")).includes("float") : exactness === "exact";
