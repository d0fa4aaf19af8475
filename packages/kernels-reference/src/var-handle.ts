import { type AnyKernel, type Kernel, type VarHandleParams, varHandle } from "@thimble/core";

/** Writes the variable's number in prepare, where nodes that assign to it look for it, and in each invoke. */
export const varHandleAny: Kernel<VarHandleParams, number> = {
  name: "var_handle_any",
  operator: varHandle,
  types: "-> resource|int32",
  prepare(node, host) {
    const { container, name } = node.params;
    const id = host.resources.idOf(container, name);
    const handle = node.output(0);
    host.keepOutput(handle);
    (handle.data as Int32Array)[0] = id;
    return id;
  },
  invoke(node, id) {
    (node.output(0).data as Int32Array)[0] = id;
  },
};

/** VAR_HANDLE. */
export const varHandleKernels: readonly AnyKernel[] = [varHandleAny];
