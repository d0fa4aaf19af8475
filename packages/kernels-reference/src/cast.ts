import { type AnyKernel, cast, type Kernel, type KernelTensor } from "@thimble/core";
import { integerAt } from "./arithmetic/integer-at.ts";
import { readInt32, writeInt64 } from "./arithmetic/uint64.ts";
import type { Elements } from "./shared/elements.ts";

interface Conversion {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Stores the input's elements, converted, in the output. */
  readonly convert: (input: KernelTensor, output: KernelTensor) => void;
  /** Default is false. */
  readonly beyondTflm?: boolean;
}

const castKernel = ({ name, from, to, convert, beyondTflm = false }: Conversion): Kernel<void> => ({
  name: `cast_${name}`,
  operator: cast,
  types: `${from} -> ${to}`,
  inPlace: [0],
  beyondTflm,
  invoke(node) {
    convert(node.input(0), node.output(0));
  },
});

/** The same numbers, cut to the output's bits. */
function same(input: KernelTensor, output: KernelTensor): void {
  (output.data as Int32Array).set(input.data as Int32Array);
}

/** Floats as int32, toward zero; C leaves open what one that does not fit becomes, most processors give −2^31. */
function toInt32(input: KernelTensor, output: KernelTensor): void {
  const floats = input.data as Float32Array;
  const integers = output.data as unknown as Elements;
  for (let i = 0; i < integers.length; i++) {
    const x = Math.trunc(floats[i]!);
    integers[i] = x >= -(2 ** 31) && x < 2 ** 31 ? x | 0 : -(2 ** 31);
  }
}

/** NaN is not 0 either. */
function floatsToBool(floats: Float32Array, output: Uint8Array): void {
  for (let i = 0; i < output.length; i++) output[i] = Number(floats[i] !== 0);
}

/** An integer is not 0 if one of its bytes is not. */
function integersToBool(bytes: Uint8Array, output: Uint8Array): void {
  const width = bytes.length / output.length;
  for (let i = 0; i < output.length; i++) {
    let bits = 0;
    for (let at = i * width; at < (i + 1) * width; at++) bits |= bytes[at]!;
    output[i] = Number(bits !== 0);
  }
}

function toBool(input: KernelTensor, output: KernelTensor): void {
  if (input.type === "float32") floatsToBool(input.data as Float32Array, output.data as Uint8Array);
  else integersToBool(input.bytes, output.data as Uint8Array);
}

/** Numbers as int64, toward zero; a float that does not fit, or NaN, becomes −2^63, as in {@link toInt32}. */
function toInt64(input: KernelTensor, output: KernelTensor): void {
  const numbers = input.data as unknown as Elements;
  const { bytes } = output;
  for (let i = 0; i < numbers.length; i++) {
    const x = Math.trunc(numbers[i]!);
    writeInt64(bytes, 8 * i, x >= -(2 ** 63) && x < 2 ** 63 ? x : -(2 ** 63));
  }
}

/** The low 32 bits of int64, which the narrower integers are cut from. */
function fromInt64(input: KernelTensor, output: KernelTensor): void {
  const { bytes } = input;
  const integers = output.data as unknown as Elements;
  for (let i = 0; i < integers.length; i++) integers[i] = readInt32(bytes, 8 * i);
}

function int64ToFloat(input: KernelTensor, output: KernelTensor): void {
  const { bytes } = input;
  const floats = output.data as Float32Array;
  for (let i = 0; i < floats.length; i++) floats[i] = integerAt(bytes, 8, i);
}

const INTEGERS = "int8|int16|int32|uint32";

export const castIntegers: Kernel<void> = castKernel({
  name: "integers",
  from: `${INTEGERS}|bool`,
  to: `${INTEGERS}|float32`,
  convert: same,
});

/** A float as an uint32 counts from 0 again behind 2^32, as {@link same} stores it. */
export const castF32: Kernel<void> = castKernel({ name: "f32", from: "float32", to: "float32|uint32", convert: same });

export const castF32Integers: Kernel<void> = castKernel({
  name: "f32_integers",
  from: "float32",
  to: "int8|int16|int32",
  convert: toInt32,
});

export const castU8: Kernel<void> = castKernel({
  name: "u8",
  from: "uint8",
  to: `${INTEGERS}|uint8|float32`,
  convert: same,
  beyondTflm: true,
});

export const castIntegersU8: Kernel<void> = castKernel({
  name: "integers_u8",
  from: `${INTEGERS}|bool`,
  to: "uint8",
  convert: same,
  beyondTflm: true,
});

export const castF32U8: Kernel<void> = castKernel({
  name: "f32_u8",
  from: "float32",
  to: "uint8",
  convert: toInt32,
  beyondTflm: true,
});

export const castBool: Kernel<void> = castKernel({
  name: "bool",
  from: `${INTEGERS}|uint8|int64|float32|bool`,
  to: "bool",
  convert: toBool,
  beyondTflm: true,
});

export const castS64: Kernel<void> = castKernel({
  name: "s64",
  from: `${INTEGERS}|uint8|float32|bool`,
  to: "int64",
  convert: toInt64,
  beyondTflm: true,
});

export const castS64S64: Kernel<void> = castKernel({
  name: "s64_s64",
  from: "int64",
  to: "int64",
  convert: same,
  beyondTflm: true,
});

export const castS64Integers: Kernel<void> = castKernel({
  name: "s64_integers",
  from: "int64",
  to: `${INTEGERS}|uint8`,
  convert: fromInt64,
  beyondTflm: true,
});

export const castS64F32: Kernel<void> = castKernel({
  name: "s64_f32",
  from: "int64",
  to: "float32",
  convert: int64ToFloat,
  beyondTflm: true,
});

/** CAST between every pair of types. */
export const castKernels: readonly AnyKernel[] = [
  castIntegers,
  castF32,
  castF32Integers,
  castU8,
  castIntegersU8,
  castF32U8,
  castBool,
  castS64,
  castS64S64,
  castS64Integers,
  castS64F32,
];
