import type { OptionsName, OptionsOf } from "@thimble/schema";
import type { KernelTensor } from "./kernel-tensor.ts";
import type { NodeDescription } from "./node.ts";

/** What an operator's definition sees of a node that nobody has checked yet. */
export interface UncheckedNode<Options extends OptionsName | undefined = OptionsName | undefined>
  extends NodeDescription {
  /** The builtin options, or their defaults where the model gives none. */
  readonly options: Options extends OptionsName ? OptionsOf<Options> : undefined;
  /** The custom options' bytes; empty for a builtin operator. */
  readonly customOptions: Uint8Array;
  /** The model's subgraphs. */
  readonly subgraphs: readonly {
    readonly inputs: readonly KernelTensor[];
    readonly outputs: readonly KernelTensor[];
  }[];
}

/** The most that TFLM's kernel of an operator takes. */
export interface TflmLimits {
  /** Dimensions of any tensor. */
  readonly rank?: number;
  readonly inputs?: number;
}

/**
 * An operator: its name, its inputs and outputs, and the check that turns a node of the model into one that kernels
 * may rely on. Every pack's kernel of an operator refers to the same definition.
 */
export interface Operator<Params = unknown> {
  /** The builtin operator's name (`CONV_2D`) or a custom operator's code. */
  readonly name: string;
  /** The newest version whose meaning the definition knows. */
  readonly maxVersion: number;
  /** Input names in order; `bias?` may be left out, `values...` repeats, `values?...` repeats or is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The builtin options table that carries the parameters, if any. */
  readonly options?: OptionsName;
  /** Parses the options, checks types, shapes and quantization, and returns the parameters. Throws `NODE_INVALID`. */
  check(node: UncheckedNode): Params;
  /** Where TFLM's kernel takes less than the definition: `strict: "tflm"` refuses the rest. Default is 6 dimensions. */
  readonly tflmLimits?: TflmLimits;
  /** The position of a bool output that says whether the others were written. Default is that they always are. */
  readonly validOutput?: number;
  /** Subgraphs that the node invokes. Default is none. */
  calls?(params: Params): readonly number[];
  /**
   * Whether a node does more than write its outputs: its kernels may return `aborted`, or it reads or writes what lives
   * beside the graph. No other node is moved past it. Default is false; nodes that invoke subgraphs or have variable
   * tensors need not say it.
   */
  readonly hasEffects?: boolean;
  /** Multiply-accumulates of one invoke. Default is 0. */
  macs?(node: NodeDescription): number;
}

/** Types an operator's options from the table it names. */
export const defineOperator = <Params, const Options extends OptionsName | undefined = undefined>(
  operator: Omit<Operator<Params>, "options" | "check"> & {
    readonly options?: Options;
    check(node: UncheckedNode<Options>): Params;
  },
): Operator<Params> => operator as Operator<Params>;
