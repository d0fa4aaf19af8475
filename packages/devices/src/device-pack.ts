import type { PreparedNode } from "@thimble/core";
import {
  type AnyKernel,
  type KernelDescription,
  type KernelNode,
  type KernelSeries,
  type KernelStatus,
  type LoadedPack,
  type Memory,
  type PrepareHost,
  type Region,
  type RunSteps,
  ThimbleError,
} from "@thimble/core";
import { type Device, type DeviceResult, MOST_CALLS } from "./device.ts";
import { type DeviceNode, PreparedImage, type Stretch } from "./prepared-image.ts";

/** Instructions that a node took. */
export interface NodeCount {
  readonly node: KernelNode;
  readonly kernel: string;
  readonly instructions: number;
}

/** Called after each invoke that is counted, with each of its nodes. */
export type OnCount = (count: NodeCount) => void;

/** A kernel that reaches memory through the host's extensions, which devices do not have yet. */
const reachesFurther = ({ operator, types }: KernelDescription): boolean =>
  operator.calls !== undefined || types.includes("resource");

/**
 * A pack whose kernels look at nodes and prepare them on the host, as WebAssembly, and compute on a device. Everything
 * that takes a pack takes this one.
 *
 * @param twin the pack as WebAssembly: the same kernels, which prepare the same records
 * @throws ThimbleError `PACK_INVALID` where the twin has other kernels than the device
 */
export function onDevice(twin: LoadedPack, device: Device, onCount?: OnCount): LoadedPack {
  requireSameKernels(twin, device);
  const { id, version } = twin;
  return {
    id,
    version,
    kernels: twin.kernels.filter((kernel) => !reachesFurther(kernel)),
    attach(memory) {
      const series = new DeviceSeries(device, memory, onCount);
      const kernels = twin.attach(memory).kernels.map((kernel, i) => deviceKernel(kernel, i, series));
      return { id, version, kernels: kernels.filter((kernel) => !reachesFurther(kernel)) };
    },
  };
}

function requireSameKernels({ id, kernels }: LoadedPack, { kernels: names, program }: Device): void {
  const at = names.findIndex((name, i) => kernels[i]?.name !== name);
  if (at < 0 && names.length === kernels.length) return;
  throw new ThimbleError(
    "PACK_INVALID",
    `the twin of ${id} for ${program.target.name} has ${kernels.length} kernels, the sources ${names.length} (kernel ${Math.max(0, at)}: ${kernels[at]?.name} there, ${names[at]} here); build the pack again`,
  );
}

function deviceKernel(kernel: AnyKernel, index: number, series: DeviceSeries): AnyKernel {
  return {
    ...kernel,
    series,
    prepare(node, host): DeviceNode {
      const own: (() => Stretch)[] = [];
      const { record } = kernel.prepare!(node, recordingHost(host, own)) as PreparedNode;
      return { node, kernel: index, kernelName: kernel.name, record, own: () => own.map((stretch) => stretch()) };
    },
    invoke: (_, prepared: DeviceNode) => series.invoke([prepared]),
    ...(kernel.reset && { reset: (_, prepared: DeviceNode) => series.reset(prepared) }),
  };
}

/** Sees what memory a kernel is given, wherever that comes to lie. */
function recordingHost(host: PrepareHost, own: (() => Stretch)[]): PrepareHost {
  const add = <T extends Region>(region: T): T => {
    own.push(() => ({ from: region.address, to: region.address + region.byteLength }));
    return region;
  };
  return {
    ...host,
    allocatePersistent: (type, length) => add(host.allocatePersistent(type, length)),
    requestScratch: (type, length) => add(host.requestScratch(type, length)),
    allocateConstants(byteLength) {
      const from = host.allocateConstants(byteLength);
      own.push(() => ({ from, to: from + byteLength }));
      return from;
    },
  };
}

/** The nodes of one memory on a device: neighbours run there one behind another. */
class DeviceSeries implements KernelSeries {
  readonly #device: Device;
  readonly #memory: Memory;
  readonly #onCount: OnCount | undefined;

  constructor(device: Device, memory: Memory, onCount: OnCount | undefined) {
    this.#device = device;
    this.#memory = memory;
    this.#onCount = onCount;
  }

  join(prepared: readonly unknown[], failed: (position: number, cause: unknown) => Error): RunSteps {
    const nodes = prepared as readonly DeviceNode[];
    return () => {
      try {
        return this.invoke(nodes);
      } catch (cause) {
        throw failed(0, cause);
      }
    };
  }

  invoke(nodes: readonly DeviceNode[]): KernelStatus {
    let status = 0;
    for (let at = 0; at < nodes.length && status === 0; at += MOST_CALLS)
      status = this.#invokeSome(nodes.slice(at, at + MOST_CALLS));
    return status as KernelStatus;
  }

  reset(node: DeviceNode): void {
    const { status } = this.#call([node], "reset");
    if (status !== 0) throw new Error(`reset returned status ${status}`);
  }

  #invokeSome(nodes: readonly DeviceNode[]): number {
    const { status, instructions } = this.#call(nodes, "invoke");
    instructions.forEach((count, i) => {
      const { node, kernelName } = nodes[i]!;
      this.#onCount?.({ node, kernel: kernelName, instructions: count });
    });
    if (status !== 0 && status !== 1) throw new Error(`invoke returned status ${status}`);
    return status;
  }

  #call(nodes: readonly DeviceNode[], what: "invoke" | "reset"): DeviceResult {
    const image = new PreparedImage(nodes, this.#memory, this.#device.program.target);
    const calls = nodes.map(({ kernel, record }) => ({ kernel, function: what, node: image.addressOf(record) }));
    const result = this.#device.run(image.take(), calls);
    image.putBack(result.image);
    return result;
  }
}
