import type { TensorType } from "@thimble/schema";
import { Region } from "./region.ts";

/** Affine quantization: real = scale × (stored − zeroPoint). One entry, or one per slice along `dimension`. */
export interface Quantization {
  readonly scale: readonly number[];
  readonly zeroPoint: readonly number[];
  readonly dimension: number;
}

/** What a tensor is, apart from where it lies. */
export interface TensorDescription<T extends TensorType = TensorType> {
  /** Position in its subgraph's tensor list. */
  readonly index: number;
  readonly name: string;
  readonly type: T;
  readonly shape: readonly number[];
  readonly byteLength: number;
  readonly quantization: Quantization | undefined;
  /** Its bytes come with the model and never change. */
  readonly isConstant: boolean;
  /** It keeps its value from one invoke to the next. */
  readonly isVariable: boolean;
}

/**
 * A tensor as kernels see it: a description and live views (`bytes`, `data`).
 *
 * `data` of a constant may be read in prepare; `data` of any other tensor only in invoke.
 */
export class KernelTensor<T extends TensorType = TensorType> extends Region<T> implements TensorDescription<T> {
  readonly index: number;
  readonly name: string;
  readonly shape: readonly number[];
  readonly quantization: Quantization | undefined;
  readonly isConstant: boolean;
  readonly isVariable: boolean;
  /** Number of elements. */
  readonly size: number;
  /** Where a constant's bytes lie in the copy of the model, whatever copy of them kernels read; −1 for others. */
  modelAddress = -1;

  constructor(description: TensorDescription<T>) {
    super(description.type, description.byteLength);
    this.index = description.index;
    this.name = description.name;
    this.shape = description.shape;
    this.quantization = description.quantization;
    this.isConstant = description.isConstant;
    this.isVariable = description.isVariable;
    this.size = description.shape.reduce((size, extent) => size * extent, 1);
  }

  /** The per-tensor scale, or the first channel's; 0 where the tensor is not quantized (as in TFLM). */
  get scale(): number {
    return this.quantization?.scale[0] ?? 0;
  }

  /** The per-tensor zero point, or the first channel's; 0 where the tensor is not quantized. */
  get zeroPoint(): number {
    return this.quantization?.zeroPoint[0] ?? 0;
  }
}
