import type { KernelTensor } from "@thimble/core";

const same = (index: number): number => index;

/** Copies the bytes of tensors, as many as there are to copy to: to each those of the one at `position`. */
export function copyAll(
  from: readonly (KernelTensor | undefined)[],
  to: readonly KernelTensor[],
  position: (index: number) => number = same,
): void {
  for (let i = 0; i < to.length; i++) to[i]!.bytes.set(from[position(i)]!.bytes);
}
