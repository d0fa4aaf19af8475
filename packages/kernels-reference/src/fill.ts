import { type AnyKernel, fill, type Kernel } from "@thimble/core";

const DIMS = "int8|int16|int32|int64";

const fillKernel = (name: string, types: string, beyondTflm: boolean): Kernel<void> => ({
  name: `fill_${name}`,
  operator: fill,
  types: `${DIMS}, ${types} -> ${types}`,
  beyondTflm,
  invoke(node) {
    const value = node.input(1).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    output.fill(value[0]!);
  },
});

export const fillAny: Kernel<void> = fillKernel("any", "float32|int8|int32", false);
export const fillWide: Kernel<void> = fillKernel("wide", "int16|int64", true);

/** FILL in every type. */
export const fillKernels: readonly AnyKernel[] = [fillAny, fillWide];
