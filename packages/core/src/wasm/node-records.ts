import { enums, MAX_RANK, offsetOf, paramsStructOf, sizeOf, writeStruct } from "@thimble/abi";
import type { KernelTensor } from "../kernel-tensor.ts";
import type { KernelNode } from "../node.ts";
import type { WasmSpace } from "./wasm-space.ts";

/** Where records go: zeroed memory, aligned to 4 bytes at least. */
export type Allocate = (byteLength: number) => number;

const POINTER_BYTES = 4;

const operandsOf = ({ inputs, outputs, intermediates }: KernelNode): readonly (KernelTensor | undefined)[] => [
  ...inputs,
  ...outputs,
  ...intermediates,
];

/** The tensors of a node, each once. */
export const tensorsOf = (node: KernelNode): readonly KernelTensor[] => [
  ...new Set(operandsOf(node).filter((tensor) => tensor !== undefined)),
];

/** Why a node has no record, or `undefined`. */
export function unrecordable(node: KernelNode): string | undefined {
  const tensor = tensorsOf(node).find(({ shape }) => shape.length > MAX_RANK);
  return tensor && `a tensor has ${tensor.shape.length} dimensions, C kernels take at most ${MAX_RANK}`;
}

/** Writes a `thimble_tensor` with its extents behind it. Only a constant has data already. */
export function writeTensor(space: WasmSpace, tensor: KernelTensor, allocate: Allocate): number {
  const size = sizeOf("tensor");
  const address = allocate(size + 4 * Math.max(1, tensor.shape.length));
  const { view } = space;
  writeStruct(view, address, "tensor", {
    type: enums.type[tensor.type.toUpperCase() as keyof typeof enums.type],
    rank: tensor.shape.length,
    data: tensor.isConstant ? Math.max(0, tensor.address) : 0,
    dims: address + size,
  });
  tensor.shape.forEach((extent, i) => {
    view.setInt32(address + size + 4 * i, extent, true);
  });
  return address;
}

/** Writes where a tensor's data lies, now that it has a place. */
export function writeTensorData(view: DataView, address: number, tensor: KernelTensor): void {
  view.setUint32(address + offsetOf("tensor", "data"), Math.max(0, tensor.address), true);
}

/** Writes a `thimble_node`, its parameters and its lists of tensors in one block. */
export function writeNode(
  space: WasmSpace,
  node: KernelNode,
  addressOf: (tensor: KernelTensor) => number,
  allocate: Allocate,
): number {
  const params = paramsStructOf(node.operatorName);
  const operands = operandsOf(node).map((tensor) => (tensor ? addressOf(tensor) : 0));
  const paramsBytes = params ? sizeOf(params) : 0;
  const address = allocate(sizeOf("node") + paramsBytes + POINTER_BYTES * operands.length);
  const { view } = space;
  const paramsAddress = address + sizeOf("node");
  const lists = paramsAddress + paramsBytes;
  if (params) writeStruct(view, paramsAddress, params, node.params as Record<string, unknown>);
  operands.forEach((operand, i) => {
    view.setUint32(lists + POINTER_BYTES * i, operand, true);
  });
  const outputs = lists + POINTER_BYTES * node.inputs.length;
  writeStruct(view, address, "node", {
    inputCount: node.inputs.length,
    outputCount: node.outputs.length,
    intermediateCount: node.intermediates.length,
    inputs: lists,
    outputs,
    intermediates: outputs + POINTER_BYTES * node.outputs.length,
    params: params ? paramsAddress : 0,
  });
  return address;
}

/** Writes what a node's own memory is, once it is known. */
export function writeNodePointer(
  view: DataView,
  node: number,
  field: "data" | "constants" | "scratch",
  address: number,
): void {
  view.setUint32(node + offsetOf("node", field), address, true);
}
