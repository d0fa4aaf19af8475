import { type AnyKernel, dequantize, type Kernel } from "@thimble/core";

const SUFFIXES = { int8: "s8", uint8: "u8", int16: "s16" } as const;

interface InputQuantization {
  readonly scale: number;
  readonly zeroPoint: number;
}

type DequantizeKernel = Kernel<void, InputQuantization>;

/** The kernel of DEQUANTIZE for one type: the product is computed in double and rounded once. */
const dequantizeKernel = (type: keyof typeof SUFFIXES): DequantizeKernel => ({
  name: `dequantize_${SUFFIXES[type]}`,
  operator: dequantize,
  types: `${type} -> float32`,
  inPlace: [0],
  prepare(node) {
    const { scale, zeroPoint } = node.input(0);
    return { scale, zeroPoint };
  },
  invoke(node, { scale, zeroPoint }) {
    const input = node.input(0).data as Int8Array | Uint8Array | Int16Array;
    const output = node.output(0).data as Float32Array;
    for (let i = 0; i < output.length; i++) output[i] = scale * (input[i]! - zeroPoint);
  },
});

export const dequantizeS8: DequantizeKernel = dequantizeKernel("int8");
export const dequantizeU8: DequantizeKernel = dequantizeKernel("uint8");
export const dequantizeS16: DequantizeKernel = dequantizeKernel("int16");

/** DEQUANTIZE in every type. */
export const dequantizeKernels: readonly AnyKernel[] = [dequantizeS8, dequantizeU8, dequantizeS16];
