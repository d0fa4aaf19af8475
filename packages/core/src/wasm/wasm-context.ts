import type { KernelSeries, PrepareHost } from "../kernel.ts";
import type { KernelTensor } from "../kernel-tensor.ts";
import type { HostServices } from "./host-services.ts";
import { type Allocate, writeTensor, writeTensorData } from "./node-records.ts";
import type { WasmSpace } from "./wasm-space.ts";

/** What the C kernels of one memory share, whichever packs they are of. */
export interface WasmContext {
  readonly space: WasmSpace;
  readonly services: HostServices;
  /** Runs kernels of all packs one behind another. */
  readonly series: KernelSeries;
  /** Records of tensors that C kernels see in invoke. */
  readonly tensors: Map<KernelTensor, number>;
}

/** How records that live as long as the interpreter are made while a node is prepared. */
export function persistentRecords(
  { space, tensors }: WasmContext,
  host: PrepareHost,
): { readonly allocate: Allocate; readonly recordOf: (tensor: KernelTensor) => number } {
  const allocate = (byteLength: number) => host.allocateRecord("nodeRecord", byteLength);
  const allocateTensor = (byteLength: number) => host.allocateRecord("tensorRecord", byteLength);
  const recordOf = (tensor: KernelTensor): number => {
    const known = tensors.get(tensor);
    if (known !== undefined) return known;
    const address = writeTensor(space, tensor, allocateTensor);
    tensors.set(tensor, address);
    host.whenPlaced(() => writeTensorData(space.view, address, tensor));
    return address;
  };
  return { allocate, recordOf };
}
