import type { EnumValue } from "@thimble/schema";
import type { KernelTensor } from "../../kernel-tensor.ts";
import { type NodeDescription, nodeError } from "../../node.ts";
import { requirePositive } from "./require.ts";

/** How a window (a filter or a pool) moves over one spatial dimension. */
export interface Window {
  /** Taps of the window. */
  readonly extent: number;
  readonly stride: number;
  /** Distance of neighbouring taps in the input. */
  readonly dilation: number;
  /** Input positions before the first that the first window covers. */
  readonly padBefore: number;
  /** Number of window positions: the output's extent. */
  readonly positions: number;
}

/**
 * Lays a window over `inputExtent` positions as TensorFlow's `GetWindowedOutputSize` does: SAME gives
 * ⌈input / stride⌉ positions, VALID ⌈(input − covered + 1) / stride⌉, where covered = (extent − 1) × dilation + 1; an
 * odd total of padding puts the greater half behind.
 */
function layWindow(
  node: NodeDescription,
  name: string,
  inputExtent: number,
  window: { extent: number; stride: number; dilation: number; padding: EnumValue<"Padding"> },
): Window {
  const { extent, stride, dilation, padding } = window;
  requirePositive(node, `${name} extent of the window`, extent);
  requirePositive(node, `${name} stride`, stride);
  requirePositive(node, `${name} dilation`, dilation);
  const covered = (extent - 1) * dilation + 1;
  const positions = Math.ceil((padding === "SAME" ? inputExtent : inputExtent - covered + 1) / stride);
  if (positions < 0 || (positions === 0 && inputExtent > 0))
    throw nodeError(
      node,
      `${name} input of ${inputExtent} is smaller than the window, which covers ${covered}; use padding SAME or a larger input`,
    );
  const total = Math.max(0, (positions - 1) * stride + covered - inputExtent);
  return { extent, stride, dilation, padBefore: Math.floor(total / 2), positions };
}

/** Options that Conv2DOptions, DepthwiseConv2DOptions and Pool2DOptions share. */
interface WindowOptions {
  readonly strideH: number;
  readonly strideW: number;
  readonly padding: EnumValue<"Padding">;
  /** Default is 1. */
  readonly dilationHFactor?: number;
  readonly dilationWFactor?: number;
}

/** The windows over both spatial dimensions of an input [N, H, W, C], for a filter or pool of the given extents. */
export function layWindows(
  node: NodeDescription,
  input: KernelTensor,
  extents: { readonly height: number; readonly width: number },
  { strideH, strideW, padding, dilationHFactor = 1, dilationWFactor = 1 }: WindowOptions,
): { readonly height: Window; readonly width: Window } {
  const [, inputHeight, inputWidth] = input.shape as [number, number, number, number];
  const vertical = { extent: extents.height, stride: strideH, dilation: dilationHFactor, padding };
  const horizontal = { extent: extents.width, stride: strideW, dilation: dilationWFactor, padding };
  return {
    height: layWindow(node, "vertical", inputHeight, vertical),
    width: layWindow(node, "horizontal", inputWidth, horizontal),
  };
}
