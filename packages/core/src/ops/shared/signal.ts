import type { KernelTensor } from "../../kernel-tensor.ts";
import type { NodeDescription } from "../../node.ts";
import { requireThat } from "./require.ts";

/** The tensor must hold at least that many elements, in whatever shape. */
export const requireRoom = (node: NodeDescription, name: string, tensor: KernelTensor, size: number): void =>
  requireThat(tensor.size >= size, node, () => `${name} has ${tensor.size} elements, it needs ${size} or more`);

/** The option must not be negative. */
export const requireNotNegative = (node: NodeDescription, name: string, value: number): void =>
  requireThat(value >= 0, node, () => `${name} is ${value}, it must be 0 or more`);

/** Signals lie along the last dimension: its extent, and how many signals there are. */
export function signalsOf(
  node: NodeDescription,
  name: string,
  { shape }: KernelTensor,
): { readonly count: number; readonly length: number } {
  requireThat(shape.length > 0, node, () => `${name} is a scalar, it needs at least 1 dimension`);
  return { count: shape.slice(0, -1).reduce((product, extent) => product * extent, 1), length: shape.at(-1)! };
}
