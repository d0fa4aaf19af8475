import { type AnyKernel, type ArithmeticParams, mul } from "@thimble/core";
import { type ArithmeticKernel, arithmeticKernel } from "./shared/arithmetic-kernel.ts";
import { type BinaryKernel, binaryKernel } from "./shared/binary-kernel.ts";
import { multiplyStored, type ProductQuantization, prepareProduct } from "./shared/product-quantization.ts";

type ProductKernel = BinaryKernel<ArithmeticParams, ProductQuantization>;

const productKernel = (type: "int8" | "int16"): ProductKernel =>
  binaryKernel({ operator: mul, type, prepare: prepareProduct, combine: multiplyStored });

export const mulF32: ArithmeticKernel = arithmeticKernel(mul, "float32", (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = a[row.first + i * row.firstStep]! * b[row.second + i * row.secondStep]!;
});
/** Wraps before it is clamped. */
export const mulS32: ArithmeticKernel = arithmeticKernel(mul, "int32", (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = Math.imul(a[row.first + i * row.firstStep]!, b[row.second + i * row.secondStep]!);
});
export const mulS8: ProductKernel = productKernel("int8");
export const mulS16: ProductKernel = productKernel("int16");

/** MUL in every type. */
export const mulKernels: readonly AnyKernel[] = [mulF32, mulS32, mulS8, mulS16];
