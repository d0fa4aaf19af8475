import { bytesOf, type TensorType, ThimbleError } from "@thimble/schema";
import { elementAccess } from "./elements.ts";
import type { KernelTensor, Quantization } from "./kernel-tensor.ts";
import { dequantize, quantize } from "./quantize.ts";
import type { TypedArray } from "./region.ts";

function isNumbers(values: ArrayLike<unknown> | null | undefined): boolean {
  if (typeof values?.length !== "number") return false;
  for (let i = 0; i < values.length; i++) if (typeof values[i] !== "number") return false;
  return true;
}

/** What a tensor of an interpreter is to its user. */
export class Tensor {
  /** Position in its subgraph's tensor list. */
  readonly index: number;
  readonly name: string;
  readonly type: TensorType;
  readonly shape: readonly number[];
  readonly quantization: Quantization | undefined;
  readonly #tensor: KernelTensor;
  readonly #assertAlive: () => void;

  constructor(tensor: KernelTensor, assertAlive: () => void) {
    this.index = tensor.index;
    this.name = tensor.name;
    this.type = tensor.type;
    this.shape = tensor.shape;
    this.quantization = tensor.quantization;
    this.#tensor = tensor;
    this.#assertAlive = assertAlive;
  }

  /** The live bytes: writing an input's sets it, an output's are valid until the next invoke. Do not keep them. */
  get bytes(): Uint8Array {
    this.#assertAlive();
    return this.#tensor.bytes;
  }

  /** The same bytes as elements; packed types (`int4`) as the bytes they are packed in, see {@link unpack}. */
  get data(): TypedArray {
    this.#assertAlive();
    return this.#tensor.data;
  }

  /** The elements as numbers in an array of their own, whatever the packing. Throws `INPUT_TYPE` for opaque types. */
  unpack(): number[] {
    this.#assertAlive();
    const access = elementAccess(this.#tensor);
    return Array.from({ length: this.#tensor.size }, (_, i) => access.read(this.#tensor, i));
  }

  /** Copies raw little-endian bytes in. Throws `INPUT_SIZE` unless there are exactly as many as the tensor has. */
  set(raw: ArrayBufferView | ArrayBuffer): void {
    const source = bytesOf(raw);
    if (!source) throw this.#wrongType("bytes, in a typed array or an ArrayBuffer; quantize takes real numbers");
    this.#requireSize(source.length, this.bytes.length, "bytes", "; quantize takes real numbers");
    this.bytes.set(source);
  }

  /** Stores real numbers: divided by the scale, rounded half away from zero, saturated. Throws `INPUT_SIZE`. */
  quantize(reals: ArrayLike<number>): void {
    this.#assertAlive();
    if (!isNumbers(reals)) throw this.#wrongType("numbers, in an array or a typed array");
    this.#requireSize(reals.length, this.#tensor.size, "numbers");
    quantize(this.#tensor, reals);
  }

  /** The real numbers that the tensor stands for. Throws `TENSOR_NOT_QUANTIZED` for integers without a scale. */
  dequantize(): Float32Array {
    this.#assertAlive();
    return dequantize(this.#tensor);
  }

  #wrongType(taken: string): ThimbleError {
    return new ThimbleError("INPUT_TYPE", `tensor "${this.name}" takes ${taken}`);
  }

  #requireSize(given: number, needed: number, unit: string, hint = ""): void {
    if (given === needed) return;
    throw new ThimbleError(
      "INPUT_SIZE",
      `tensor "${this.name}" (${this.type} [${this.shape.join(", ")}]) takes ${needed} ${unit}, ${given} were given${hint}`,
    );
  }
}
