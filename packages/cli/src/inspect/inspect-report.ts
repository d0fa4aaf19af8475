import type { ArenaUsage } from "@thimble/core";
import type { QuantizationJson } from "../quantization-json.ts";

/** What `thimble inspect --json` prints. */
export interface InspectReport {
  readonly command: "inspect";
  readonly model: string;
  /** `id@version`, in the order of priority. */
  readonly packs: readonly string[];
  readonly description: string;
  /** Of the file. */
  readonly bytes: number;
  /** Of the constant tensors. */
  readonly parameterBytes: number;
  /** Multiply-accumulates of one invoke, of the nodes whose operators are known. */
  readonly macs: number;
  /** Whether the model runs with these packs. */
  readonly supported: boolean;
  /** The first reason why it does not, or `null`. */
  readonly problem: Problem | null;
  /** `null` when the model does not run. */
  readonly arena: ArenaUsage | null;
  readonly operators: readonly OperatorReport[];
  readonly nodes: readonly NodeReport[];
  readonly tensors: readonly TensorReport[];
  readonly metadata: readonly MetadataReport[];
  readonly signatures: readonly SignatureReport[];
}

export interface Problem {
  readonly code: string;
  readonly message: string;
}

export interface OperatorReport {
  readonly operator: string;
  readonly version: number;
  readonly count: number;
  /** How many of them have no kernel. */
  readonly unsupported: number;
  readonly macs: number;
}

export interface NodeReport {
  readonly subgraph: number;
  readonly index: number;
  readonly operator: string;
  readonly version: number;
  /** Indices of tensors; -1 for an optional input that is left out. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly kernel: string | null;
  readonly pack: string | null;
  /** `null` when the node has no kernel. */
  readonly macs: number | null;
  /** Why the node has no kernel, or `null`. */
  readonly problem: Problem | null;
}

export interface TensorReport {
  readonly subgraph: number;
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly quantization: QuantizationJson | null;
  readonly kind: "input" | "output" | "constant" | "variable" | "intermediate";
  readonly bytes: number;
}

export interface MetadataReport {
  readonly name: string;
  readonly bytes: number;
}

export interface SignatureReport {
  readonly key: string;
  readonly subgraph: number;
  readonly inputs: readonly SignatureTensor[];
  readonly outputs: readonly SignatureTensor[];
}

export interface SignatureTensor {
  readonly name: string;
  readonly tensor: number;
}
