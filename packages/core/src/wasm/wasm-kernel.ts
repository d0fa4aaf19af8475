import { enums } from "@thimble/abi";
import type { Kernel, PrepareHost } from "../kernel.ts";
import type { KernelTensor } from "../kernel-tensor.ts";
import type { KernelNode } from "../node.ts";
import type { Operator } from "../operator.ts";
import { statusOfInvoke } from "./invoke-status.ts";
import type { KernelEntry } from "./manifest.ts";
import type { NodeCall } from "./node-call.ts";
import { tensorsOf, unrecordable, writeNode, writeTensor } from "./node-records.ts";
import { persistentRecords, type WasmContext } from "./wasm-context.ts";
import type { PreparedNode } from "./wasm-series.ts";
import type { WasmFunction } from "./webassembly.ts";

const { OK, DECLINED } = enums.status;

/**
 * A C kernel as one that the resolver can choose.
 *
 * @param tableBase where the functions of the kernel's module begin in the table
 */
export function wasmKernel(
  context: WasmContext,
  entry: KernelEntry,
  operator: Operator,
  tableBase: number,
): Kernel<unknown, PreparedNode> {
  const { description, supports, prepare, invoke, reset } = entry;
  const functionAt = (offset: number): WasmFunction => context.space.table.get(tableBase + offset)!;
  return {
    ...description,
    operator,
    series: context.series,
    supports(node) {
      const obstacle = tooNew(entry, node) ?? unrecordable(node);
      if (obstacle !== undefined || supports === undefined) return obstacle ?? true;
      return askSupports(context, operator, functionAt(supports), node);
    },
    prepare(node, host) {
      const call = prepare === undefined ? undefined : functionAt(prepare);
      const record = prepareNode(context, operator, call, node, host);
      return { record, invoke: functionAt(invoke), invokeIndex: tableBase + invoke };
    },
    invoke: invoker(context),
    ...(reset !== undefined && { reset: (_, { record }) => callReset(context, functionAt(reset), record) }),
  };
}

const tooNew = ({ maxOperatorVersion }: KernelEntry, { version }: KernelNode): string | undefined =>
  maxOperatorVersion !== 0 && version > maxOperatorVersion
    ? `the node has version ${version} of the operator, the kernel knows versions up to ${maxOperatorVersion}`
    : undefined;

/** [invoke, no allocation] A trap leaves the stack as it was: it is taken back before the error goes on. */
function invoker({ space, services }: WasmContext): Kernel<unknown, PreparedNode>["invoke"] {
  const host = services.address;
  return (_, { record, invoke }) => {
    let status: number;
    try {
      status = invoke(host, record);
    } catch (cause) {
      space.unwindStack();
      throw cause;
    }
    return statusOfInvoke(status);
  };
}

function callReset({ space, services }: WasmContext, reset: WasmFunction, record: number): void {
  try {
    const status = reset(services.address, record);
    if (status !== OK) throw new Error(`reset returned status ${status}`);
  } finally {
    space.unwindStack();
  }
}

/** The call of supports, or with a host of prepare. */
function callOf(
  operator: Operator,
  node: KernelNode,
  record: number,
  recordOf: (tensor: KernelTensor) => number,
  host?: PrepareHost,
): NodeCall {
  const tensors = new Map(tensorsOf(node).map((tensor) => [recordOf(tensor), tensor]));
  return { node, operator, record, tensors, host, used: new Set(), message: "", failure: undefined };
}

function askSupports(
  { space, services }: WasmContext,
  operator: Operator,
  supports: WasmFunction,
  node: KernelNode,
): true | string {
  const allocate = (byteLength: number) => space.memory.temporary.allocate(byteLength);
  try {
    const addresses = new Map(tensorsOf(node).map((tensor) => [tensor, writeTensor(space, tensor, allocate)]));
    const recordOf = (tensor: KernelTensor) => addresses.get(tensor)!;
    const record = writeNode(space, node, recordOf, allocate);
    const call = callOf(operator, node, record, recordOf);
    const status = services.during(call, supports);
    if (status === OK) return true;
    return call.message || (status === DECLINED ? "declined without a reason" : `declined with status ${status}`);
  } finally {
    space.memory.temporary.clear();
  }
}

/** Writes a node's record, and lets the kernel fill in what it needs. Returns the record's address. */
function prepareNode(
  context: WasmContext,
  operator: Operator,
  prepare: WasmFunction | undefined,
  node: KernelNode,
  host: PrepareHost,
): number {
  const { space, services } = context;
  const { allocate, recordOf } = persistentRecords(context, host);
  const record = writeNode(space, node, recordOf, allocate);
  if (!prepare) return record;
  const call = callOf(operator, node, record, recordOf, host);
  try {
    const status = services.during(call, prepare);
    if (status !== OK) throw new Error(call.message || `prepare returned status ${status}`);
  } finally {
    space.memory.temporary.clear();
  }
  return record;
}
