import { ABI_MAJOR, ABI_MINOR, enums, sizeOf, writeStruct } from "@thimble/abi";
import type { KernelTensor } from "../kernel-tensor.ts";
import { reasonOf } from "../reason-of.ts";
import { readCString } from "./c-string.ts";
import { isCustomParams } from "./custom-operator.ts";
import { acting, placeHostTable, returning } from "./host-table.ts";
import type { NodeCall } from "./node-call.ts";
import { writeNodePointer } from "./node-records.ts";
import type { WasmSpace } from "./wasm-space.ts";

const MOST_MESSAGE_BYTES = 500;
const MOST_NAME_BYTES = 63;

const { OK, ERROR, OUT_OF_MEMORY } = enums.status;

/** The host as C kernels see it: `thimble_host` in a space, and JavaScript behind its functions. */
export class HostServices {
  readonly #space: WasmSpace;
  /** How an extension's table is placed, or where it lies once a kernel has asked for it, by the extension's name. */
  readonly #extensions = new Map<string, number | (() => number)>();
  /** Address of the `thimble_host`. */
  readonly address: number;
  #call: NodeCall | undefined;

  constructor(space: WasmSpace) {
    this.#space = space;
    const functions = {
      tensorInfo: returning(1, (tensor = 0) => this.#tensorInfo(tensor)),
      nodeInfo: returning(1, (node = 0) => this.#nodeInfo(node)),
      allocatePersistent: returning(2, (node = 0, bytes = 0) => this.#allocatePersistent(node, bytes >>> 0)),
      allocateConstants: returning(2, (node = 0, bytes = 0) => this.#allocateConstants(node, bytes >>> 0)),
      requestScratch: returning(2, (node = 0, bytes = 0) => this.#requestScratch(node, bytes >>> 0)),
      allocateTemporary: returning(1, (bytes = 0) => this.#allocateTemporary(bytes >>> 0)),
      report: acting(1, (message = 0) => this.#report(message)),
      extension: returning(1, (name = 0) => this.#extension(name)),
    };
    this.address = placeHostTable(space, "host", functions, { abiVersion: ABI_MAJOR * 65536 + ABI_MINOR });
  }

  /** Makes a table of functions known by its name; `place` is called when a kernel asks for it. */
  addExtension(name: string, place: () => number): void {
    this.#extensions.set(name, place);
  }

  /** The call of supports or prepare that is going on. */
  get call(): NodeCall | undefined {
    return this.#call;
  }

  /** Calls a kernel's function with the services at hand; what failed in a service is thrown afterwards. */
  during(call: NodeCall, run: (host: number, node: number) => number): number {
    this.#call = call;
    try {
      const status = run(this.address, call.record);
      if (call.failure !== undefined) throw failureOf(call.failure, status);
      return status;
    } finally {
      this.#call = undefined;
      this.#space.unwindStack();
    }
  }

  #tensorInfo(address: number): number {
    const tensor = this.#call?.tensors.get(address);
    return tensor ? this.#writeTensorInfo(tensor) : 0;
  }

  #writeTensorInfo(tensor: KernelTensor): number {
    const { temporary } = this.#space.memory;
    const size = sizeOf("tensorInfo");
    const { scale = [], zeroPoint = [], dimension = 0 } = tensor.quantization ?? {};
    const address = temporary.allocate(size + 8 * scale.length);
    const { view } = this.#space;
    const [scales, zeroPoints] = [address + size, address + size + 4 * scale.length];
    writeStruct(view, address, "tensorInfo", {
      flags:
        (tensor.isConstant ? enums.tensorFlags.CONSTANT : 0) | (tensor.isVariable ? enums.tensorFlags.VARIABLE : 0),
      byteLength: tensor.byteLength,
      elementCount: tensor.size,
      scale: tensor.scale,
      zeroPoint: tensor.zeroPoint,
      scaleCount: scale.length,
      quantizedDimension: dimension,
      scales,
      zeroPoints,
    });
    const { buffer } = this.#space.memory;
    new Float32Array(buffer, scales, scale.length).set(scale);
    const perChannel = new Int32Array(buffer, zeroPoints, scale.length);
    if (zeroPoint.length === scale.length) perChannel.set(zeroPoint);
    else perChannel.fill(zeroPoint[0] ?? 0);
    return address;
  }

  #nodeInfo(record: number): number {
    const call = this.#call;
    if (call?.record !== record) return 0;
    const { index, subgraph, version, params } = call.node;
    const options = isCustomParams(params) ? params.customOptions : new Uint8Array(0);
    const size = sizeOf("nodeInfo");
    const address = this.#space.memory.temporary.allocate(size + options.length);
    new Uint8Array(this.#space.memory.buffer).set(options, address + size);
    writeStruct(this.#space.view, address, "nodeInfo", {
      index,
      subgraph,
      operatorVersion: version,
      customOptionsLength: options.length,
      customOptions: isCustomParams(params) ? address + size : 0,
    });
    return address;
  }

  #allocatePersistent(record: number, bytes: number): number {
    const host = this.#once("allocate_persistent", record);
    if (!host) return 0;
    return this.#guard(() => {
      const { address } = host.allocatePersistent("int64", Math.ceil(bytes / 8));
      writeNodePointer(this.#space.view, record, "data", address);
      return address;
    });
  }

  #allocateConstants(record: number, bytes: number): number {
    const host = this.#once("allocate_constants", record);
    if (!host) return 0;
    return this.#guard(() => {
      const address = host.allocateConstants(bytes);
      writeNodePointer(this.#space.view, record, "constants", address);
      return address;
    });
  }

  #requestScratch(record: number, bytes: number): number {
    const host = this.#once("request_scratch", record);
    if (!host) return ERROR;
    const request = (): number => {
      const scratch = host.requestScratch("uint8", bytes);
      host.whenPlaced(() => writeNodePointer(this.#space.view, record, "scratch", scratch.address));
      return OK;
    };
    return this.#guard(request, OUT_OF_MEMORY);
  }

  #allocateTemporary(bytes: number): number {
    const { host } = this.#requireCall("allocate_temporary");
    return this.#guard(() => (host ? host.allocateTemporary(bytes) : this.#space.memory.temporary.allocate(bytes)));
  }

  #report(message: number): number {
    if (this.#call)
      this.#call.message = readCString(this.#space.memory.buffer, message >>> 0, MOST_MESSAGE_BYTES) ?? "";
    return OK;
  }

  #extension(name: number): number {
    const text = readCString(this.#space.memory.buffer, name >>> 0, MOST_NAME_BYTES) ?? "";
    const known = this.#extensions.get(text) ?? 0;
    const address = typeof known === "number" ? known : known();
    this.#extensions.set(text, address);
    return address;
  }

  /** A service that only supports and prepare may use was asked for: throws where neither is going on. */
  #requireCall(service: string): NodeCall {
    if (this.#call) return this.#call;
    throw new Error(`it calls ${service}, which is there while a kernel prepares`);
  }

  /** The host to ask for memory, the first time that the node in prepare asks for this kind. */
  #once(service: string, record: number): NodeCall["host"] {
    const call = this.#requireCall(service);
    if (call.record !== record || call.used.has(service)) return undefined;
    call.used.add(service);
    return call.host;
  }

  /** A null pointer (or a status) instead of an error, which is kept for when the kernel has returned. */
  #guard(allocate: () => number, refusal = 0): number {
    try {
      return allocate();
    } catch (cause) {
      this.#call!.failure = cause;
      return refusal;
    }
  }
}

/** What a service failed with; a kernel that did not notice is at fault itself, and would fail elsewhere. */
function failureOf(cause: unknown, status: number): unknown {
  if (status !== OK) return cause;
  return new Error(`it went on without the memory that it did not get (${reasonOf(cause)})`, { cause });
}
