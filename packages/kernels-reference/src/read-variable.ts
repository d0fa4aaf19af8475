import { type AnyKernel, type Kernel, type ResourceVariables, readVariable } from "@thimble/core";
import { variableOf } from "./shared/resource-variable.ts";

/** Copies the variable's bytes to the output. */
export const readVariableAny: Kernel<void, ResourceVariables> = {
  name: "read_variable_any",
  operator: readVariable,
  types: "resource|int32 -> any",
  prepare: (_, host) => host.resources,
  invoke(node, resources) {
    const value = node.output(0);
    value.bytes.set(variableOf(node, resources, value).bytes);
  },
};

/** READ_VARIABLE in every type. */
export const readVariableKernels: readonly AnyKernel[] = [readVariableAny];
