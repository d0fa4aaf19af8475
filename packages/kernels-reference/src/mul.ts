import { type AnyKernel, type ArithmeticParams, mul } from "@thimble/core";
import { type ArithmeticKernelF32, arithmeticKernelF32 } from "./shared/arithmetic-kernel-f32.ts";
import { type ArithmeticKernelS32, arithmeticKernelS32 } from "./shared/arithmetic-kernel-s32.ts";
import { type BinaryKernel, binaryKernel } from "./shared/binary-kernel.ts";
import { multiplyStored, type ProductQuantization, prepareProduct } from "./shared/product-quantization.ts";

type ProductKernel = BinaryKernel<ArithmeticParams, ProductQuantization>;

const productKernel = (type: "int8" | "int16"): ProductKernel =>
  binaryKernel({ operator: mul, type, prepare: prepareProduct, combine: multiplyStored });

export const mulF32: ArithmeticKernelF32 = arithmeticKernelF32(mul, (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = a[row.first + i * row.firstStep]! * b[row.second + i * row.secondStep]!;
});
/** Wraps before it is clamped. */
export const mulS32: ArithmeticKernelS32 = arithmeticKernelS32(mul, Math.imul);
export const mulS8: ProductKernel = productKernel("int8");
export const mulS16: ProductKernel = productKernel("int16");

/** MUL in every type. */
export const mulKernels: readonly AnyKernel[] = [mulF32, mulS32, mulS8, mulS16];
