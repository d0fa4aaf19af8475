import { type KernelNode, nodeError } from "@thimble/core";

/** [invoke] `name[at]` is an index computed at run time. Throws `NODE_INVALID` unless it is from 0 to `count` − 1. */
export function requireIndex(node: KernelNode, name: string, at: number, index: number, count: number): void {
  if (index < 0 || index >= count) throw nodeError(node, `${name}[${at}] is ${index}, it must be 0 to ${count - 1}`);
}
