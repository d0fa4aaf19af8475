import { checkNode } from "./check-node.ts";
import type { AnyKernel } from "./kernel.ts";
import { KernelNode, type NodeDescription } from "./node.ts";
import type { Pack } from "./pack.ts";
import type { ModelNode } from "./subgraph.ts";

/** A kernel that a node may get: one of its operator that takes its types. */
export class Offer {
  readonly kernel: AnyKernel;
  readonly pack: Pack;
  readonly #node: ModelNode;
  #checked: KernelNode | undefined;

  constructor(node: ModelNode, kernel: AnyKernel, pack: Pack) {
    this.#node = node;
    this.kernel = kernel;
    this.pack = pack;
  }

  /** The node, checked by the kernel's operator. Throws what is wrong with it. */
  get node(): KernelNode {
    this.#checked ??= new KernelNode(this.#node, checkNode(this.kernel.operator, this.#node));
    return this.#checked;
  }

  /** `true` if the kernel takes the node, otherwise why it declines. */
  answer(): true | string {
    return this.kernel.supports?.(this.node) ?? true;
  }
}

/**
 * Puts the kernels that a node may get into the order in which they are asked: those that it leaves out are not asked. It
 * is given them in the order of the packs, and may throw where none is left.
 */
export type ChooseKernel = (node: NodeDescription, offers: readonly Offer[]) => readonly Offer[];
