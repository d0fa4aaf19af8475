import type { PrepareHost } from "../kernel.ts";
import type { KernelTensor } from "../kernel-tensor.ts";
import type { KernelNode } from "../node.ts";
import type { Operator } from "../operator.ts";

/** A call of a kernel's supports or prepare: what the host's services need to know of it. */
export interface NodeCall {
  readonly node: KernelNode;
  readonly operator: Operator;
  /** Address of the node's record. */
  readonly record: number;
  /** The node's tensors by the address of their records. */
  readonly tensors: ReadonlyMap<number, KernelTensor>;
  /** What memory is asked of; only in prepare. */
  readonly host: PrepareHost | undefined;
  /** Services that were used and may be used once. */
  readonly used: Set<string>;
  /** What the kernel reported. */
  message: string;
  /** What went wrong in a service, for which the kernel got a null pointer. */
  failure: unknown;
}
