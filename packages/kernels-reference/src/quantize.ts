import type { AnyKernel } from "@thimble/core";
import { type QuantizeF32Kernel, quantizeF32Kernel } from "./shared/quantize-f32-kernel.ts";
import { type RequantizeKernel, requantizeKernel } from "./shared/requantize-kernel.ts";

export const quantizeF32S8: QuantizeF32Kernel = quantizeF32Kernel("int8");
export const quantizeF32U8: QuantizeF32Kernel = quantizeF32Kernel("uint8", true);
export const quantizeF32S16: QuantizeF32Kernel = quantizeF32Kernel("int16");
export const quantizeS8S8: RequantizeKernel = requantizeKernel("int8", "int8");
export const quantizeS8U8: RequantizeKernel = requantizeKernel("int8", "uint8");
export const quantizeS8S16: RequantizeKernel = requantizeKernel("int8", "int16");
export const quantizeS8S32: RequantizeKernel = requantizeKernel("int8", "int32");
export const quantizeU8S8: RequantizeKernel = requantizeKernel("uint8", "int8");
export const quantizeS16S8: RequantizeKernel = requantizeKernel("int16", "int8");
export const quantizeS16S16: RequantizeKernel = requantizeKernel("int16", "int16");
export const quantizeS16S32: RequantizeKernel = requantizeKernel("int16", "int32");
export const quantizeS32S8: RequantizeKernel = requantizeKernel("int32", "int8");
export const quantizeS32S16: RequantizeKernel = requantizeKernel("int32", "int16");

/** QUANTIZE between every pair of types that TFLM has, and from float32 to uint8. */
export const quantizeKernels: readonly AnyKernel[] = [
  quantizeF32S8,
  quantizeF32U8,
  quantizeF32S16,
  quantizeS8S8,
  quantizeS8U8,
  quantizeS8S16,
  quantizeS8S32,
  quantizeU8S8,
  quantizeS16S8,
  quantizeS16S16,
  quantizeS16S32,
  quantizeS32S8,
  quantizeS32S16,
];
