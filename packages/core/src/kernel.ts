import type { TensorType } from "@thimble/schema";
import type { KernelTensor } from "./kernel-tensor.ts";
import type { KernelNode } from "./node.ts";
import type { Operator } from "./operator.ts";
import type { Region } from "./region.ts";
import type { ResourceVariables } from "./resource-variables.ts";

/** What an invoke reports; numbers as in the C contract. Nothing returned means `ok`. */
export const kernelStatus = {
  ok: 0,
  /** No output yet (a kernel that gathers several invokes into one output): the rest of the graph is not run. Its operator says `hasEffects`. */
  aborted: 1,
} as const;

export type KernelStatus = (typeof kernelStatus)[keyof typeof kernelStatus];

/** A subgraph as the kernel of a control flow operator sees it. */
export interface InvokableSubgraph {
  readonly inputs: readonly KernelTensor[];
  readonly outputs: readonly KernelTensor[];
  /** [invoke, no allocation] Runs it on what its inputs hold. */
  invoke(): KernelStatus;
}

/** What the host does for a kernel while it prepares. */
export interface PrepareHost {
  /** Memory that lives as long as the interpreter, zeroed; its `data` may be written at once and read in invoke. */
  allocatePersistent<T extends TensorType>(type: T, length: number): Region<T>;
  /** Memory for the duration of this node's invoke, with unspecified content; its `data` is valid only there. */
  requestScratch<T extends TensorType>(type: T, length: number): Region<T>;
  /** The address of zeroed memory, aligned to 4 bytes, for a record of the host's own that C kernels read. */
  allocateRecord(kind: "tensorRecord" | "nodeRecord", byteLength: number): number;
  /** The address of zeroed memory for constants that a kernel lays out anew, aligned to 16 bytes: outside the arena. */
  allocateConstants(byteLength: number): number;
  /** The address of zeroed memory that is valid until prepare returns, aligned to 16 bytes. */
  allocateTemporary(byteLength: number): number;
  /** Gives an output memory for the interpreter's life at once, so that it keeps what prepare writes there. */
  keepOutput(output: KernelTensor): void;
  /** A subgraph to run in invoke; {@link Operator.calls} must name it. */
  subgraph(index: number): InvokableSubgraph;
  /** Has `act` called once, when every tensor and scratch has its address. */
  whenPlaced(act: () => void): void;
  /** The variables that nodes share by handle. */
  readonly resources: ResourceVariables;
}

/** How a kernel brings sums to the scale of its output: TFLM's two roundings, one of the whole product, or not at all. */
export type Rounding = "none" | "double" | "single";

/** How close a kernel comes to the reference of its rounding: every bit, or within the table of tolerances. */
export type Exactness = "exact" | "tolerance";

/** What a kernel is for, apart from what it does. */
export interface KernelDescription<Params = unknown> {
  /** Operator, then element types: `conv_2d_s8`. Unique in its pack. */
  readonly name: string;
  readonly operator: Operator<Params>;
  /** Accepted tensor types: see {@link parseSignature}. */
  readonly types: string;
  /** Takes types that TFLM's own kernel refuses. Default is false. */
  readonly beyondTflm?: boolean;
  /** Default is `"double"`, the reference's. */
  readonly rounding?: Rounding;
  /** Default is `"exact"`. */
  readonly exactness?: Exactness;
  /** Positions of inputs on which output 0 may lie where it has as many bytes: at the same address. Default is none. */
  readonly inPlace?: readonly number[];
  /**
   * Bytes by which output 0 has to begin before the input at a position, at least, so that a kernel that goes through
   * both from front to back reads each byte for the last time before it writes there. Default is that they may not share
   * bytes in that way.
   */
  lead?(node: KernelNode<Params>, position: number): number | undefined;
  /** Bytes of each piece of scratch that TFLM's kernel asks for: the greedy planner makes room for them. Default is none. */
  tflmScratch?(node: KernelNode<Params>): readonly number[];
}

/** [invoke, no allocation] Runs steps in order, until one of them says that there is no output yet. */
export type RunSteps = () => KernelStatus;

/** A place where kernels lie side by side and can run one behind another without coming back in between. */
export interface KernelSeries {
  /**
   * Joins steps whose kernels are all of this series, by what each kernel prepared.
   *
   * @param failed makes the error to throw where the step at a position threw `cause`
   */
  join(prepared: readonly unknown[], failed: (position: number, cause: unknown) => Error): RunSteps;
}

/**
 * One implementation of one operator for some types. It is stateless: what a node needs between prepare and invoke is
 * the `Data` that `prepare` returns.
 *
 * Life cycle: `supports` (may it have the node?), `prepare` once, then any number of `invoke` and `reset`.
 */
export interface Kernel<Params = unknown, Data = unknown> extends KernelDescription<Params> {
  /** `true`, or why the kernel declines the node. Default is to take every node whose types fit. */
  supports?(node: KernelNode<Params>): true | string;
  /** [prepare] Computes what invoke needs and asks for memory. Constants may be read. */
  prepare?(node: KernelNode<Params>, host: PrepareHost): Data;
  /** [invoke, no allocation] Computes the outputs. Cannot fail: what can fail failed in prepare. */
  invoke(node: KernelNode<Params>, data: Data): KernelStatus | undefined;
  /** Where the kernel can be joined with others that follow it. Default is nowhere. */
  readonly series?: KernelSeries;
  /** [reset] Returns state of its own to what it was after prepare. Variable tensors are reset by the host. */
  reset?(node: KernelNode<Params>, data: Data): void;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of kernels holds kernels of every parameter and data type
export type AnyKernel = Kernel<any, any>;
