import type { KernelTensor } from "@thimble/core";

/** Copies the bytes of each tensor from `first` on to the tensor at the same place in `to`. */
export function copyTensors(
  from: readonly (KernelTensor | undefined)[],
  to: readonly KernelTensor[],
  first: number = 0,
): void {
  for (let i = 0; i < to.length; i++) to[i]!.bytes.set(from[first + i]!.bytes);
}
