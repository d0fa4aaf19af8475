import {
  type AnyKernel,
  type KernelNode,
  type KernelStatus,
  type KernelTensor,
  type Memory,
  type PrepareHost,
  Region,
  STACK_BYTES,
  ThimbleError,
} from "@thimble/core";
import type { CheckName } from "../checks/checks.ts";
import { GuardedMemory, type Stretch } from "./guarded-memory.ts";
import type { Layout } from "./layout.ts";
import { nameAddress, WriteWatch } from "./write-watch.ts";

/** Something that a kernel did and may not do. */
export interface Violation {
  readonly check: CheckName;
  readonly message: string;
}

/** A node that a kernel of the pack runs, and the memory that the kernel got for it. */
export interface ProbedNode {
  readonly node: KernelNode;
  readonly kernel: AnyKernel;
  /** Buffers by who they are: tensors, scratch, records. */
  readonly stretches: () => readonly Stretch[];
  readonly scratch: readonly Region[];
  /** What prepare left in the kernel's own record and constants. */
  readonly prepared: readonly Uint8Array[];
  readonly data: unknown;
  isPreparing: boolean;
}

/** Below this address nothing lies: who writes there follows a null pointer. */
const NULL_BYTES = 1024;

const alignmentOf = (region: Region): number => region.data.BYTES_PER_ELEMENT;

const named = (region: Region, owner: string): Stretch => ({
  from: region.address,
  to: region.address + region.byteLength,
  owner,
});

/** Tensors of a node by what they are to it. */
function namesOf(node: KernelNode): ReadonlyMap<KernelTensor, string> {
  const names = new Map<KernelTensor, string>();
  const add = (kind: string, tensors: readonly (KernelTensor | undefined)[]) =>
    tensors.forEach((tensor, i) => {
      if (tensor && !names.has(tensor)) names.set(tensor, `${kind} ${i}`);
    });
  add("input", node.inputs);
  add("output", node.outputs);
  return names;
}

/** A node that reaches memory through others than its tensors: variables shared by handle, or subgraphs. */
const reachesFurther = ({ operator }: AnyKernel, { inputs, outputs }: KernelNode): boolean =>
  operator.calls !== undefined || [...inputs, ...outputs].some((tensor) => tensor?.type === "resource");

/**
 * Watches the kernels of one interpreter: places their buffers as a {@link Layout} says, with guard zones around them,
 * and sees what they write.
 */
export class Probe {
  readonly layout: Layout;
  readonly nodes: ProbedNode[] = [];
  readonly violations: Violation[] = [];
  /** Why kernels declined nodes, by kernel. */
  readonly declined: { readonly kernel: string; readonly reason: string }[] = [];
  /** Requests for memory that kernels made. */
  requests = 0;
  /** The largest difference of an output that was seen. */
  largestDifference = 0;
  readonly #placed = new Set<Region>();
  /** Outputs that keep what prepare wrote, or what the last invoke did. */
  readonly #kept = new Set<Region>();
  #static: Stretch = { from: 0, to: 0, owner: "" };
  #staticBytes: Uint8Array = new Uint8Array(0);
  #memory!: Memory;
  #guarded!: GuardedMemory;
  #watch!: WriteWatch;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** Begins, in the memory of an interpreter. */
  open(memory: Memory): void {
    this.#memory = memory;
    this.#guarded = new GuardedMemory(memory, this.layout);
    this.#watch = new WriteWatch(memory);
    this.#guarded.filling.fill(this.#stack());
  }

  /** Remembers a pack's static data, which nobody writes once the pack is placed. */
  protect(from: number, to: number): void {
    this.#static = { from, to, owner: "the pack's static data" };
    this.#staticBytes = new Uint8Array(this.#memory.buffer).slice(from, to);
  }

  /** What a kernel answers when it is asked for a node; it has to answer the same when it is asked again. */
  supports(kernel: AnyKernel, node: KernelNode): true | string {
    const answer = kernel.supports?.(node) ?? true;
    if ((kernel.supports?.(node) ?? true) !== answer)
      this.#violate("supports", `${kernel.name} answers differently when it is asked again`);
    if (answer !== true) this.declined.push({ kernel: kernel.name, reason: answer });
    return answer;
  }

  prepare(kernel: AnyKernel, node: KernelNode, host: PrepareHost): ProbedNode {
    const names = namesOf(node);
    const own: { readonly region: Region; readonly owner: string }[] = [];
    const scratch: Region[] = [];
    const constants = [...names].filter(([tensor]) => tensor.isConstant);
    for (const [tensor, name] of constants) this.#moveConstant(tensor, name);
    const before = constants.map(([{ bytes }]) => bytes.slice());
    host.whenPlaced(() => this.#placeNode(node, names, scratch));
    const state = { isPreparing: true };
    const data = kernel.prepare?.(node, this.#host(host, state, own, scratch));
    state.isPreparing = false;
    constants.forEach(([tensor, name], i) => {
      if (tensor.bytes.some((byte, at) => byte !== before[i]![at]))
        this.#violate("constants", `prepare of ${kernel.name} writes to ${name}, a constant`);
    });
    const written = this.#guarded.firstWrite() ?? this.#staticWrite();
    if (written !== undefined) this.#violate("writes", `prepare of ${kernel.name} writes ${written}`);
    const probed: ProbedNode = {
      node,
      kernel,
      data,
      scratch,
      prepared: own.map(({ region }) => region.bytes.slice()),
      stretches: () =>
        [
          ...[...names].map(([tensor, name]) => named(tensor, name)),
          ...own.map(({ region, owner }) => named(region, owner)),
          ...scratch.map((region) => named(region, "scratch")),
        ].filter(({ from, to }) => to > from),
      isPreparing: false,
    };
    this.nodes.push(probed);
    return probed;
  }

  /** Runs a kernel on poisoned memory and holds it to what it may write. */
  invoke({ node, kernel, data, scratch, stretches }: ProbedNode): KernelStatus | undefined {
    if (reachesFurther(kernel, node)) return kernel.invoke(node, data);
    for (const region of scratch) this.#guarded.filling.fill(region.bytes);
    if (this.layout.inPlace === undefined)
      for (const output of node.outputs)
        if (this.#placed.has(output) && !output.isVariable && !this.#kept.has(output))
          this.#guarded.filling.fill(output.bytes);
    this.#guarded.filling.fill(this.#stack());
    this.#watch.start();
    const pages = this.#memory.buffer.byteLength;
    const status = kernel.invoke(node, data);
    if (this.#memory.buffer.byteLength !== pages) this.#violate("allocation", `${kernel.name} grows the memory`);
    else this.#checkWrites(kernel, node, stretches());
    return status;
  }

  /** Whether the lowest addresses, where no buffer lies, are as they were. */
  get nullIsUntouched(): boolean {
    return this.#guarded.filling.firstChange(this.#stack().subarray(0, NULL_BYTES)) < 0;
  }

  #checkWrites(kernel: AnyKernel, node: KernelNode, stretches: readonly Stretch[]): void {
    const isInput = ({ owner, from }: Stretch) =>
      owner.startsWith("input ") && !node.inputs.some((tensor) => tensor?.isVariable && tensor.address === from);
    const isWritable = (stretch: Stretch) => !isInput(stretch) && stretch.owner !== "constants";
    const at = this.#watch.firstChange(stretches.filter(isWritable));
    if (at < 0) return;
    const place = nameAddress(at, [...stretches, ...this.#guarded.zones]);
    const check = stretches.some((stretch) => !isWritable(stretch) && at >= stretch.from && at < stretch.to)
      ? "constants"
      : "writes";
    this.#violate(check, `${kernel.name} writes ${check === "constants" ? "to " : ""}${place}`);
  }

  /** Where prepare wrote to static data, or `undefined`. */
  #staticWrite(): string | undefined {
    const now = new Uint8Array(this.#memory.buffer, this.#static.from, this.#staticBytes.length);
    const at = this.#staticBytes.findIndex((byte, i) => byte !== now[i]);
    return at < 0 ? undefined : `byte ${at} of ${this.#static.owner}`;
  }

  #stack(): Uint8Array {
    return new Uint8Array(this.#memory.buffer, 0, STACK_BYTES);
  }

  #violate(check: CheckName, message: string): void {
    if (!this.violations.some((violation) => violation.check === check)) this.violations.push({ check, message });
  }

  /** Constants are moved before the kernel sees them. */
  #moveConstant(tensor: KernelTensor, name: string): void {
    if (this.#placed.has(tensor)) return;
    const bytes = tensor.bytes.slice();
    this.#place(tensor, name);
    tensor.bytes.set(bytes);
  }

  #place(region: Region, owner: string, least = 1, room = { before: 0, bytes: region.byteLength }): void {
    this.#placed.add(region);
    const alignment = Math.max(least, alignmentOf(region), this.layout.alignment);
    this.#memory.place(region, this.#guarded.take(room.bytes, alignment, owner) + room.before);
  }

  /** Places an input on which output 0 is to lie, with the room that the output takes. */
  #placeUnder(output: Region, input: Region, owner: string): void {
    const { lead = 0 } = this.layout;
    this.#place(input, owner, 1, { before: lead, bytes: Math.max(lead + input.byteLength, output.byteLength) });
  }

  /** Tensors and scratch get their places when the host has given them others. */
  #placeNode(node: KernelNode, names: ReadonlyMap<KernelTensor, string>, scratch: readonly Region[]): void {
    const { inPlace = -1, lead = 0 } = this.layout;
    const [output, source] = [node.outputs[0], node.inputs[inPlace]];
    for (const [tensor, name] of names) {
      if (this.#placed.has(tensor) || tensor.isConstant || tensor.byteLength === 0) continue;
      const bytes = tensor.bytes.slice();
      if (output && tensor === source) this.#placeUnder(output, source, name);
      else if (tensor === output && source) this.#memory.place(tensor, source.address - lead);
      else this.#place(tensor, name);
      tensor.bytes.set(bytes);
    }
    for (const region of scratch) this.#place(region, "scratch", 16);
  }

  #host(
    host: PrepareHost,
    state: { readonly isPreparing: boolean },
    own: { region: Region; owner: string }[],
    scratch: Region[],
  ): PrepareHost {
    const request = (what: string): void => {
      if (!state.isPreparing) this.#violate("allocation", `asks for ${what} after prepare`);
      if (this.requests++ === this.layout.refused)
        throw new ThimbleError("ARENA_TOO_LARGE", `the suite refuses request ${this.layout.refused}, for ${what}`);
    };
    const outside = (byteLength: number, owner: string): number => {
      request(owner);
      const region = new Region("uint8", byteLength);
      this.#memory.place(region, this.#guarded.take(byteLength, 16, owner, true));
      if (owner === "constants") own.push({ region, owner });
      return region.address;
    };
    return {
      ...host,
      allocatePersistent: (type, length) => {
        request("persistent memory");
        const elements = new Region(type, 0).data.BYTES_PER_ELEMENT;
        const region = new Region(type, length * elements);
        this.#memory.place(region, this.#guarded.take(region.byteLength, 8, "its record", true));
        own.push({ region, owner: "its record" });
        return region;
      },
      requestScratch: (type, length) => {
        request("scratch");
        const region = host.requestScratch(type, length);
        scratch.push(region);
        return region;
      },
      keepOutput: (output) => {
        this.#kept.add(output);
        host.keepOutput(output);
      },
      allocateRecord: (byteLength) => this.#guarded.take(byteLength, 4, "the host's record", true),
      allocateConstants: (byteLength) => outside(byteLength, "constants"),
      allocateTemporary: (byteLength) => outside(byteLength, "temporary memory"),
    };
  }
}
