import { ThimbleError, type ThimbleErrorCode } from "@thimble/schema";
import type { KernelTensor } from "./kernel-tensor.ts";

/** Where a node stands and what it reads and writes. */
export interface NodeDescription {
  /** `subgraphs[0].operators[3] (CONV_2D)` */
  readonly location: string;
  readonly operatorName: string;
  readonly version: number;
  readonly index: number;
  readonly subgraph: number;
  /** In the model's order; `undefined` for an optional input that is left out. */
  readonly inputs: readonly (KernelTensor | undefined)[];
  readonly outputs: readonly KernelTensor[];
  readonly intermediates: readonly KernelTensor[];
}

/** One node of the graph, as kernels get it: its operator has checked it, so counts, types and shapes hold. */
export class KernelNode<Params = unknown> implements NodeDescription {
  readonly location: string;
  readonly operatorName: string;
  readonly version: number;
  readonly index: number;
  readonly subgraph: number;
  readonly inputs: readonly (KernelTensor | undefined)[];
  readonly outputs: readonly KernelTensor[];
  readonly intermediates: readonly KernelTensor[];
  readonly params: Params;

  constructor(description: NodeDescription, params: Params) {
    this.location = description.location;
    this.operatorName = description.operatorName;
    this.version = description.version;
    this.index = description.index;
    this.subgraph = description.subgraph;
    this.inputs = description.inputs;
    this.outputs = description.outputs;
    this.intermediates = description.intermediates;
    this.params = params;
  }

  /** An input that the operator requires. */
  input(index: number): KernelTensor {
    return this.inputs[index]!;
  }

  /** An input that the model may leave out. */
  optionalInput(index: number): KernelTensor | undefined {
    return this.inputs[index];
  }

  output(index: number): KernelTensor {
    return this.outputs[index]!;
  }
}

/** An error of one node: `subgraphs[0].operators[3] (CONV_2D): …`. */
export const nodeError = (
  node: NodeDescription,
  message: string,
  code: ThimbleErrorCode = "NODE_INVALID",
): ThimbleError => new ThimbleError(code, message, { where: node.location });
