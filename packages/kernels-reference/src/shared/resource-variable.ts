import { type KernelNode, type KernelTensor, nodeError, type Region, type ResourceVariables } from "@thimble/core";

/** The number that a handle tensor holds. */
export const handleOf = (handle: KernelTensor): number => (handle.data as Int32Array)[0]!;

/**
 * The memory of the variable that the node's handle names, as large as `value`. A handle is data: only here can it
 * show that it names nothing.
 */
export function variableOf(node: KernelNode, resources: ResourceVariables, value: KernelTensor): Region {
  const id = handleOf(node.input(0));
  const region = resources.get(id)?.region;
  if (!region) throw nodeError(node, `no node assigns to the variable ${id}; assign it before it is read`);
  if (region.byteLength !== value.byteLength)
    throw nodeError(node, `variable ${id} has ${region.byteLength} bytes, the value ${value.byteLength}`);
  return region;
}
