import type { Kernel, Operator } from "@thimble/core";

/** The kernel of an operator that gives a tensor another shape: copies the bytes, unless they have the same place. */
export const copyKernel = (
  operator: Operator<void>,
  name: string,
  types: string,
  beyondTflm = false,
): Kernel<void> => ({
  name: `${operator.name.toLowerCase()}_${name}`,
  operator,
  types,
  inPlace: [0],
  beyondTflm,
  invoke(node) {
    const input = node.input(0);
    const output = node.output(0);
    if (input.address !== output.address) output.bytes.set(input.bytes);
  },
});
