import { enums } from "@thimble/abi";
import type { Kernel, KernelStatus, PrepareHost } from "../kernel.ts";
import type { KernelTensor } from "../kernel-tensor.ts";
import type { KernelNode } from "../node.ts";
import type { Operator } from "../operator.ts";
import type { KernelEntry } from "./manifest.ts";
import type { NodeCall } from "./node-call.ts";
import { tensorsOf, unrecordable, writeNode, writeTensor } from "./node-records.ts";
import { persistentRecords, type WasmContext } from "./wasm-context.ts";
import type { PreparedNode } from "./wasm-series.ts";
import type { WasmFunction } from "./webassembly.ts";

const { OK, ABORTED, DECLINED } = enums.status;

/** A C kernel as one that the resolver can choose.  */
export function wasmKernel(
  context: WasmContext,
  entry: KernelEntry,
  operator: Operator,
): Kernel<unknown, PreparedNode> {
  const { name, types, maxOperatorVersion } = entry;
  const callee = { entry, operator };
  return {
    name,
    types,
    operator,
    supports(node) {
      if (maxOperatorVersion !== 0 && node.version > maxOperatorVersion)
        return `the node has version ${node.version} of the operator, the kernel knows versions up to ${maxOperatorVersion}`;
      return unrecordable(node) ?? askSupports(context, callee, node);
    },
    prepare: (node, host) => prepareNode(context, callee, node, host),
    invoke: invoker(context, entry.invoke),
    series: context.series,
    ...(entry.reset && { reset: resetter(context, entry.reset) }),
  };
}

interface Callee {
  readonly entry: KernelEntry;
  readonly operator: Operator;
}

/** The call of supports, or with a host of prepare. */
function callOf(
  { operator }: Callee,
  node: KernelNode,
  record: number,
  recordOf: (tensor: KernelTensor) => number,
  host?: PrepareHost,
): NodeCall {
  const tensors = new Map(tensorsOf(node).map((tensor) => [recordOf(tensor), tensor]));
  return { node, operator, record, tensors, host, used: new Set(), message: "", failure: undefined };
}

function askSupports({ space, services }: WasmContext, callee: Callee, node: KernelNode): true | string {
  const { supports } = callee.entry;
  if (!supports) return true;
  const allocate = (byteLength: number) => space.temporary.allocate(byteLength);
  try {
    const addresses = new Map(tensorsOf(node).map((tensor) => [tensor, writeTensor(space, tensor, allocate)]));
    const recordOf = (tensor: KernelTensor) => addresses.get(tensor)!;
    const record = writeNode(space, node, recordOf, allocate);
    const call = callOf(callee, node, record, recordOf);
    const status = services.during(call, supports);
    if (status === OK) return true;
    return call.message || (status === DECLINED ? "declined without a reason" : `declined with status ${status}`);
  } finally {
    space.temporary.clear();
  }
}

function prepareNode(context: WasmContext, callee: Callee, node: KernelNode, host: PrepareHost): PreparedNode {
  const { space, services } = context;
  const { prepare } = callee.entry;
  const { allocate, recordOf } = persistentRecords(context, host);
  const record = writeNode(space, node, recordOf, allocate);
  const prepared = { record, invokeIndex: callee.entry.invokeIndex };
  if (!prepare) return prepared;
  const call = callOf(callee, node, record, recordOf, host);
  try {
    const status = services.during(call, prepare);
    if (status !== OK) throw new Error(call.message || `prepare returned status ${status}`);
  } finally {
    space.temporary.clear();
  }
  return prepared;
}

/** [invoke, no allocation] A trap leaves the stack as it was: it is taken back before the error goes on. */
function invoker({ space, services }: WasmContext, invoke: WasmFunction): Kernel<unknown, PreparedNode>["invoke"] {
  const host = services.address;
  return (_, { record }) => {
    let status: number;
    try {
      status = invoke(host, record);
    } catch (cause) {
      space.unwindStack();
      throw cause;
    }
    if (status !== OK && status !== ABORTED) throw new Error(`invoke returned status ${status}`);
    return status as KernelStatus;
  };
}

function resetter(
  { space, services }: WasmContext,
  reset: WasmFunction,
): (node: KernelNode, prepared: PreparedNode) => void {
  return (_, { record }) => {
    try {
      const status = reset(services.address, record);
      if (status !== OK) throw new Error(`reset returned status ${status}`);
    } finally {
      space.unwindStack();
    }
  };
}
