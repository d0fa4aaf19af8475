import { type AnyKernel, fill, type Kernel } from "@thimble/core";
import { copyBytes } from "./shared/copy-bytes.ts";

const DIMS = "int8|int16|int32|int64";

/** The kernel for some types: one element is copied, then all that there are again and again. */
const fillKernel = (name: string, types: string, beyondTflm: boolean): Kernel<void> => ({
  name: `fill_${name}`,
  operator: fill,
  types: `${DIMS}, ${types} -> ${types}`,
  beyondTflm,
  invoke(node) {
    const value = node.input(1).bytes;
    const output = node.output(0).bytes;
    copyBytes(value, 0, Math.min(value.length, output.length), output, 0);
    for (let filled = value.length; filled < output.length; filled *= 2) output.copyWithin(filled, 0, filled);
  },
});

export const fillAny: Kernel<void> = fillKernel("any", "float32|int8|int32", false);
export const fillWide: Kernel<void> = fillKernel("wide", "int16|int64", true);

/** FILL in every type. */
export /** The kernel for some types: one element is copied, then all that there are again and again. */
const fillKernels: readonly AnyKernel[] = [fillAny, fillWide];
