import { type KernelNode, type KernelTensor, nodeError } from "@thimble/core";

const product = (extents: readonly number[]): number => extents.reduce((size, extent) => size * extent, 1);

/** A tensor seen around one of its dimensions: `outer` positions in front of it, `inner` elements behind it. */
export interface AxisLayout {
  readonly outer: number;
  readonly extent: number;
  readonly inner: number;
}

export const axisLayout = (shape: readonly number[], axis: number): AxisLayout => ({
  outer: product(shape.slice(0, axis)),
  extent: shape[axis]!,
  inner: product(shape.slice(axis + 1)),
});

/** The layouts around each dimension, for an axis that is known only in invoke. */
export const axisLayouts = (shape: readonly number[]): AxisLayout[] => shape.map((_, axis) => axisLayout(shape, axis));

/** [invoke] The layout around the dimension that `axis` holds, from the back if negative. Throws `NODE_INVALID`. */
export function layoutAt(node: KernelNode, layouts: readonly AxisLayout[], axis: KernelTensor): AxisLayout {
  const dimension = Number(axis.data[0]);
  const layout = layouts[dimension < 0 ? dimension + layouts.length : dimension];
  if (!layout) throw nodeError(node, `axis is ${dimension}, the tensor has ${layouts.length} dimensions`);
  return layout;
}
