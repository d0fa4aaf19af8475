import { type AnyKernel, cast, type Kernel } from "@thimble/core";

interface Conversion {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** What is stored for an element; storing it cuts it to the output's bits. */
  readonly convert: (element: Element) => Element;
  /** Default is false. */
  readonly beyondTflm?: boolean;
}

type Element = number | bigint;

interface Elements {
  readonly length: number;
  [index: number]: Element;
}

const castKernel = ({ name, from, to, convert, beyondTflm = false }: Conversion): Kernel<void> => ({
  name: `cast_${name}`,
  operator: cast,
  types: `${from} -> ${to}`,
  beyondTflm,
  invoke(node) {
    const input = node.input(0).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
    for (let i = 0; i < output.length; i++) output[i] = convert(input[i]!);
  },
});

const same = (element: Element): Element => element;

/** A float as an int32, toward zero; C leaves open what one that does not fit becomes, most processors give −2^31. */
const toInt32 = (element: Element): Element => {
  const x = Math.trunc(element as number);
  return x >= -(2 ** 31) && x < 2 ** 31 ? x : -(2 ** 31);
};

/** NaN is not 0 either. */
const toBool = (element: Element): Element => Number(Number(element) !== 0);

/** A number as an int64, toward zero; a float that does not fit, or NaN, becomes −2^63, as in {@link toInt32}. */
const toInt64 = (element: Element): Element => {
  const x = Math.trunc(Number(element));
  return x >= -(2 ** 63) && x < 2 ** 63 ? BigInt(x) : -(2n ** 63n);
};

/** The low 32 bits of an int64, which the narrower integers are cut from. */
const fromInt64 = (element: Element): Element => Number(BigInt.asIntN(32, element as bigint));

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
  convert: Number,
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
