import type { KernelTensor } from "../../kernel-tensor.ts";
import { type NodeDescription, nodeError } from "../../node.ts";

const format = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

/** Throws `NODE_INVALID` with the node's place and the message unless the condition holds. */
export function requireThat(condition: boolean, node: NodeDescription, message: () => string): asserts condition {
  if (!condition) throw nodeError(node, message());
}

/** The tensor must have that many dimensions. */
export const requireRank = (node: NodeDescription, name: string, tensor: KernelTensor, rank: number): void =>
  requireThat(
    tensor.shape.length === rank,
    node,
    () => `${name} has shape ${format(tensor.shape)}, it needs ${rank} dimensions`,
  );

/** The tensor's shape must be what the operator computes from the other shapes. */
export const requireShape = (
  node: NodeDescription,
  name: string,
  tensor: KernelTensor,
  shape: readonly number[],
): void =>
  requireThat(
    tensor.shape.length === shape.length && shape.every((extent, i) => extent === tensor.shape[i]),
    node,
    () => `${name} has shape ${format(tensor.shape)}, the other shapes and the options make it ${format(shape)}`,
  );

/** The tensor must hold that many elements, in whatever shape. */
export const requireSize = (node: NodeDescription, name: string, tensor: KernelTensor, size: number): void =>
  requireThat(tensor.size === size, node, () => `${name} has ${tensor.size} elements, it needs ${size}`);

export const requirePositive = (node: NodeDescription, name: string, value: number): void =>
  requireThat(Number.isInteger(value) && value > 0, node, () => `${name} is ${value}, it must be at least 1`);

/** The tensor's bytes must come with the model, because the result's shape or the kernel's preparation depends on them. */
export const requireConstant = (node: NodeDescription, name: string, tensor: KernelTensor): void =>
  requireThat(tensor.isConstant, node, () => `${name} is computed at run time, it must be a constant of the model`);

/** Two tensors whose elements an operator moves from one to the other must have one type. */
export const requireSameType = (node: NodeDescription, name: string, tensor: KernelTensor, other: KernelTensor): void =>
  requireThat(tensor.type === other.type, node, () => `${name} is ${tensor.type}, it must be ${other.type}`);
