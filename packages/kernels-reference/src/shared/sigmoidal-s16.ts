import type { KernelNode, PrepareHost, Region } from "@thimble/core";
import { fillSigmoidTable, SIGMOID_TABLE_LENGTH } from "../arithmetic/sigmoid-table.ts";

/** What brings an int16 to the table's argument: stored × multiplier ÷ 2^shift, where 2^12 × 3 stands for 1. */
export interface SigmoidalS16 {
  readonly table: Region<"uint16">;
  readonly multiplier: number;
  readonly shift: number;
}

/** The distance of log2(scale) from a whole number below which TFLite takes a scale for a power of two. */
const LOG2_TOLERANCE = 1e-3;

/** The argument's multiplier for scales 2^-12 × 2^k, k at most `greatestPower`, and for others as 15 bits and a shift. */
function scaleToTable(scale: number, greatestPower: number): { readonly multiplier: number; readonly shift: number } {
  const log2 = Math.log2(scale);
  const power = Math.round(log2) + 12;
  if (Math.abs(log2 - Math.round(log2)) < LOG2_TOLERANCE && power >= 0 && power <= greatestPower)
    return { multiplier: 3 << power, shift: 0 };
  let factor = scale * 4096 * 3;
  let shift = 0;
  for (; factor <= 32767 / 2 && shift <= 30; shift++) factor *= 2;
  return { multiplier: factor | 0, shift };
}

export function prepareSigmoidalS16(node: KernelNode, host: PrepareHost, greatestPower: number): SigmoidalS16 {
  const table = host.allocatePersistent("uint16", SIGMOID_TABLE_LENGTH);
  fillSigmoidTable(table.data);
  return { table, ...scaleToTable(node.input(0).scale, greatestPower) };
}

/** The table's argument for a stored input, rounded half up. */
export const toTableArgument = (stored: number, { multiplier, shift }: SigmoidalS16): number =>
  (Math.imul(stored, multiplier) + (shift > 0 ? 1 << (shift - 1) : 0)) >> shift;
