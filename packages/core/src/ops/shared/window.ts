import type { EnumValue } from "@thimble/schema";
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
export function layWindow(
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
