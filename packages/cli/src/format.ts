import type { Quantization } from "@thimble/core";

/** What stands where there is nothing to say. */
export const NOTHING = "–";

/** A count with thousands separators: `300,568`. */
export const formatCount = (count: number): string => count.toLocaleString("en-US");

/** A number with a fixed count of decimals and thousands separators. */
export const formatFixed = (value: number, decimals: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A count of bytes: `84,480 bytes`. */
export const formatBytes = (bytes: number): string => `${formatCount(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;

/** A real number in six significant digits. */
export const formatReal = (value: number): string => `${Number(value.toPrecision(6))}`;

/** `[1, 96, 96, 1]` */
export const formatShape = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

/** `0.0039 × (q + 128)`, or how many channels have a scale of their own. */
export function formatQuantization(quantization: Quantization | undefined): string {
  if (!quantization) return "";
  const { scale, zeroPoint, dimension } = quantization;
  if (scale.length > 1) return `${formatCount(scale.length)} scales along ${dimension}`;
  const [zero] = zeroPoint as readonly [number];
  if (zero === 0) return `${formatReal(scale[0]!)} × q`;
  return `${formatReal(scale[0]!)} × (q ${zero < 0 ? "+" : "−"} ${Math.abs(zero)})`;
}

/** `1 node`, `2 nodes` */
export const formatNumberOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/** A time in microseconds: `7.21 µs`, `1,204 µs`. */
export const formatMicroseconds = (value: number): string => formatFixed(value, value < 10 ? 2 : value < 1000 ? 1 : 0);
