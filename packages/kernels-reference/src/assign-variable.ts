import { type AnyKernel, assignVariable, type Kernel, nodeError, type ResourceVariables } from "@thimble/core";
import { handleOf, variableOf } from "./shared/resource-variable.ts";

/**
 * Copies the value's bytes to the variable. The variable gets its memory in prepare if the handle is known by then; a
 * handle that comes from another subgraph names a variable that a node there has given its memory.
 */
export const assignVariableAny: Kernel<void, ResourceVariables> = {
  name: "assign_variable_any",
  operator: assignVariable,
  types: "resource|int32, any ->",
  prepare(node, host) {
    const handle = node.input(0);
    const isKnown = handle.address >= 0;
    if (isKnown && !host.resources.allocate(handleOf(handle), node.input(1)))
      throw nodeError(node, `the handle ${handleOf(handle)} names no variable`);
    return host.resources;
  },
  invoke(node, resources) {
    const value = node.input(1);
    variableOf(node, resources, value).bytes.set(value.bytes);
  },
};

/** ASSIGN_VARIABLE in every type. */
export const assignVariableKernels: readonly AnyKernel[] = [assignVariableAny];
