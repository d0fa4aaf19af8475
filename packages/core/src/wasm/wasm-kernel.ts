import { enums } from "@thimble/abi";
import type { Kernel, KernelStatus, PrepareHost } from "../kernel.ts";
import type { KernelTensor } from "../kernel-tensor.ts";
import type { KernelNode } from "../node.ts";
import type { Operator } from "../operator.ts";
import type { HostServices } from "./host-services.ts";
import type { KernelEntry } from "./manifest.ts";
import type { NodeCall } from "./node-call.ts";
import { tensorsOf, unrecordable, writeNode, writeTensor, writeTensorData } from "./node-records.ts";
import type { WasmSpace } from "./wasm-space.ts";
import type { WasmFunction } from "./webassembly.ts";

const { OK, ABORTED, DECLINED } = enums.status;

/** What the kernels of a space share. */
export interface WasmContext {
  readonly space: WasmSpace;
  readonly services: HostServices;
  /** Records of tensors that a C kernel sees in invoke. */
  readonly tensors: Map<KernelTensor, number>;
}

/** A C kernel as one that the resolver can choose. What it prepares is the address of its node's record. */
export function wasmKernel(context: WasmContext, entry: KernelEntry, operator: Operator): Kernel<unknown, number> {
  const { name, types, maxOperatorVersion } = entry;
  return {
    name,
    types,
    operator,
    supports(node) {
      if (maxOperatorVersion !== 0 && node.version > maxOperatorVersion)
        return `the node has version ${node.version} of the operator, the kernel knows versions up to ${maxOperatorVersion}`;
      return unrecordable(node) ?? askSupports(context, entry, node);
    },
    prepare: (node, host) => prepareNode(context, entry, node, host),
    invoke: invoker(context, entry.invoke),
    ...(entry.reset && { reset: resetter(context, entry.reset) }),
  };
}

function callOf(
  node: KernelNode,
  record: number,
  tensors: ReadonlyMap<number, KernelTensor>,
  host?: PrepareHost,
): NodeCall {
  return { node, record, tensors, host, used: new Set(), message: "", failure: undefined };
}

function askSupports({ space, services }: WasmContext, { supports }: KernelEntry, node: KernelNode): true | string {
  if (!supports) return true;
  const allocate = (byteLength: number) => space.temporary.allocate(byteLength);
  try {
    const addresses = new Map(tensorsOf(node).map((tensor) => [tensor, writeTensor(space, tensor, allocate)]));
    const record = writeNode(space, node, (tensor) => addresses.get(tensor)!, allocate);
    const call = callOf(node, record, new Map([...addresses].map(([tensor, address]) => [address, tensor])));
    const status = services.during(call, supports);
    if (status === OK) return true;
    return call.message || (status === DECLINED ? "declined without a reason" : `declined with status ${status}`);
  } finally {
    space.temporary.clear();
  }
}

function prepareNode(context: WasmContext, { prepare }: KernelEntry, node: KernelNode, host: PrepareHost): number {
  const { space, services } = context;
  const allocate = (byteLength: number) => host.allocatePersistent("int32", Math.ceil(byteLength / 4)).address;
  const record = writeNode(space, node, (tensor) => tensorRecord(context, tensor, host, allocate), allocate);
  if (!prepare) return record;
  const call = callOf(
    node,
    record,
    new Map(tensorsOf(node).map((tensor) => [context.tensors.get(tensor)!, tensor])),
    host,
  );
  try {
    const status = services.during(call, prepare);
    if (status !== OK) throw new Error(call.message || `prepare returned status ${status}`);
  } finally {
    space.temporary.clear();
  }
  return record;
}

/** A tensor's record for invoke, made when the first node that needs it is prepared. */
function tensorRecord(
  { space, tensors }: WasmContext,
  tensor: KernelTensor,
  host: PrepareHost,
  allocate: (byteLength: number) => number,
): number {
  const known = tensors.get(tensor);
  if (known !== undefined) return known;
  const address = writeTensor(space, tensor, allocate);
  tensors.set(tensor, address);
  host.whenPlaced(() => writeTensorData(space.view, address, tensor));
  return address;
}

/** [invoke, no allocation] A trap leaves the stack as it was: it is taken back before the error goes on. */
function invoker({ space, services }: WasmContext, invoke: WasmFunction): Kernel<unknown, number>["invoke"] {
  const host = services.address;
  return (_, record) => {
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

function resetter({ space, services }: WasmContext, reset: WasmFunction): (node: KernelNode, record: number) => void {
  return (_, record) => {
    try {
      const status = reset(services.address, record);
      if (status !== OK) throw new Error(`reset returned status ${status}`);
    } finally {
      space.unwindStack();
    }
  };
}
