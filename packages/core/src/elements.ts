import { type TensorType, ThimbleError } from "@thimble/schema";
import type { KernelTensor } from "./kernel-tensor.ts";

/** How the elements of a type are read and written as numbers, whatever their packing. */
export interface ElementAccess {
  readonly min: number;
  readonly max: number;
  read(tensor: KernelTensor, index: number): number;
  write(tensor: KernelTensor, index: number, value: number): void;
}

const array = (min: number, max: number): ElementAccess => ({
  min,
  max,
  read: (tensor, index) => Number(tensor.data[index]),
  write: (tensor, index, value) => {
    tensor.data[index] = value;
  },
});

const wide = (min: number, max: number): ElementAccess => ({
  ...array(min, max),
  write: (tensor, index, value) => {
    (tensor.data as BigInt64Array | BigUint64Array)[index] = BigInt(Math.trunc(value));
  },
});

/** Two elements a byte, the first in the low half. */
const nibbles: ElementAccess = {
  min: -8,
  max: 7,
  read: (tensor, index) => (tensor.bytes[index >> 1]! << (index & 1 ? 24 : 28)) >> 28,
  write: (tensor, index, value) => {
    const at = index >> 1;
    const [keep, shift] = index & 1 ? [0x0f, 4] : [0xf0, 0];
    tensor.bytes[at] = (tensor.bytes[at]! & keep) | ((value & 0x0f) << shift);
  },
};

const ACCESS: { readonly [T in TensorType]?: ElementAccess } = {
  float32: array(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
  float64: array(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
  int4: nibbles,
  int8: array(-128, 127),
  uint8: array(0, 255),
  bool: array(0, 1),
  int16: array(-32768, 32767),
  uint16: array(0, 65535),
  int32: array(-(2 ** 31), 2 ** 31 - 1),
  uint32: array(0, 2 ** 32 - 1),
  int64: wide(-(2 ** 53), 2 ** 53),
  uint64: wide(0, 2 ** 53),
};

/** Throws `INPUT_TYPE` for a type whose elements are no numbers. */
export function elementAccess(tensor: KernelTensor): ElementAccess {
  const access = ACCESS[tensor.type];
  if (!access)
    throw new ThimbleError(
      "INPUT_TYPE",
      `tensor "${tensor.name}" is ${tensor.type}, which has no numbers to read or write; use its bytes`,
    );
  return access;
}
