import { offsetOf, readStruct, sizeOf } from "@thimble/abi";
import { type KernelNode, type Memory, ThimbleError } from "@thimble/core";
import type { Target } from "./target.ts";

/** A stretch of addresses. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A node that a C kernel has prepared on the host. */
export interface DeviceNode {
  readonly node: KernelNode;
  /** The kernel's position in its pack. */
  readonly kernel: number;
  readonly kernelName: string;
  /** Address of the `thimble_node`. */
  readonly record: number;
  /** What the kernel was given for itself: its record, constants and scratch. */
  readonly own: () => readonly Stretch[];
}

/** A stretch and where it lies in an image. */
interface PlacedStretch extends Stretch {
  readonly offset: number;
}

/** A word of the image that holds an address. */
interface Relocation {
  readonly offset: number;
  readonly host: number;
  readonly device: number;
}

/** Bytes around each buffer that go along: what a kernel writes there is seen. */
const MARGIN = 64;

/** Buffers have the same place in so many bytes on both sides, so that a kernel meets the alignment it is tested with. */
const ALIGNMENT = 64;

const POINTER_BYTES = 4;
const TENSOR_POINTERS = ["data", "dims"] as const;
const NODE_POINTERS = ["inputs", "outputs", "intermediates", "params", "data", "constants", "scratch"] as const;

/** The words of a node's records that hold addresses, and the stretches that the records take. */
function recordsOf(
  view: DataView,
  record: number,
): { readonly words: readonly number[]; readonly stretches: Stretch[] } {
  const { inputs, inputCount, outputCount, intermediateCount } = readStruct(view, record, "node");
  const end = inputs + POINTER_BYTES * (inputCount + outputCount + intermediateCount);
  const operands: number[] = [];
  for (let at = inputs; at < end; at += POINTER_BYTES) operands.push(at);
  const tensors = [...new Set(operands.map((at) => view.getUint32(at, true)))].filter((tensor) => tensor !== 0);
  return {
    words: [
      ...NODE_POINTERS.map((field) => record + offsetOf("node", field)),
      ...operands,
      ...tensors.flatMap((tensor) => TENSOR_POINTERS.map((field) => tensor + offsetOf("tensor", field))),
    ],
    stretches: [{ from: record, to: end }, ...tensors.map((tensor) => tensorRecord(view, tensor))],
  };
}

function tensorRecord(view: DataView, tensor: number): Stretch {
  const { rank, dims } = readStruct(view, tensor, "tensor");
  return { from: tensor, to: Math.max(tensor + sizeOf("tensor"), dims + 4 * Math.max(1, rank)) };
}

const tensorsOf = ({ node }: DeviceNode): readonly Stretch[] =>
  [...node.inputs, ...node.outputs, ...node.intermediates].flatMap((tensor) =>
    tensor && tensor.address >= 0 ? [{ from: tensor.address, to: tensor.address + tensor.byteLength }] : [],
  );

/** Stretches with their margins; those that meet become one, so that what shares memory here shares it there. */
function joinStretches(stretches: readonly Stretch[], memoryBytes: number): readonly Stretch[] {
  const joined: { from: number; to: number }[] = [];
  const wide = stretches
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => ({ from: Math.max(0, from - MARGIN), to: Math.min(memoryBytes, to + MARGIN) }))
    .sort((a, b) => a.from - b.from);
  for (const stretch of wide) {
    const last = joined.at(-1);
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to);
    else joined.push({ ...stretch });
  }
  return joined;
}

function placeStretches(stretches: readonly Stretch[]): readonly PlacedStretch[] {
  let next = 0;
  return stretches.map(({ from, to }) => {
    const offset = next + ((((from - next) % ALIGNMENT) + ALIGNMENT) % ALIGNMENT);
    next = offset + to - from;
    return { from, to, offset };
  });
}

/**
 * Nodes that were prepared on the host with all that they need to run elsewhere: their records, what their kernels
 * prepared and the tensors, out of the host's memory, and the words among them that hold addresses. What kernels
 * prepared holds none, by contract: it is taken as it is.
 */
export class PreparedImage {
  readonly #memory: Memory;
  readonly #stretches: readonly PlacedStretch[];
  readonly #relocations: readonly Relocation[];
  /** Where the image lies on the device. */
  readonly #base: number;
  readonly byteLength: number;

  /** @throws ThimbleError `DEVICE_MEMORY` where the target has less memory than it takes */
  constructor(nodes: readonly DeviceNode[], memory: Memory, target: Target) {
    const view = new DataView(memory.buffer);
    const records = nodes.map(({ record }) => recordsOf(view, record));
    const needed = nodes.flatMap((node, i) => [...records[i]!.stretches, ...tensorsOf(node), ...node.own()]);
    this.#memory = memory;
    this.#base = target.memory.image;
    this.#stretches = placeStretches(joinStretches(needed, view.byteLength));
    const last = this.#stretches.at(-1);
    this.byteLength = last ? last.offset + last.to - last.from : 0;
    if (this.byteLength > target.memory.imageBytes) throw tooLarge(target, this.byteLength);
    const words = [...new Set(records.flatMap((record) => record.words))];
    this.#relocations = words.map((word) => this.#relocate(word, view.getUint32(word, true)));
  }

  /** The address on the device of what has an address on the host. */
  addressOf(address: number): number {
    const stretch = this.#stretches.find(({ from, to }) => address >= from && address < to);
    // A tensor without elements lies nowhere, but C wants an address.
    return this.#base + (stretch ? stretch.offset + address - stretch.from : 0);
  }

  /** The bytes as they lie on the device. */
  take(): Uint8Array {
    const image = new Uint8Array(this.byteLength);
    const memory = new Uint8Array(this.#memory.buffer);
    for (const { from, to, offset } of this.#stretches) image.set(memory.subarray(from, to), offset);
    const view = new DataView(image.buffer);
    for (const { offset, device } of this.#relocations) view.setUint32(offset, device, true);
    return image;
  }

  /** Brings back what the device made of the bytes. An address that it changed stays changed. */
  putBack(image: Uint8Array): void {
    const view = new DataView(image.buffer, image.byteOffset);
    for (const { offset, host, device } of this.#relocations)
      if (view.getUint32(offset, true) === device) view.setUint32(offset, host, true);
    const memory = new Uint8Array(this.#memory.buffer);
    for (const { from, to, offset } of this.#stretches) memory.set(image.subarray(offset, offset + to - from), from);
  }

  #relocate(word: number, host: number): Relocation {
    return { offset: this.addressOf(word) - this.#base, host, device: host === 0 ? 0 : this.addressOf(host) };
  }
}

const tooLarge = ({ name, memory }: Target, bytes: number): ThimbleError =>
  new ThimbleError(
    "DEVICE_MEMORY",
    `the prepared nodes take ${bytes} bytes, ${name} has ${memory.imageBytes} for them; run a smaller model there`,
  );
