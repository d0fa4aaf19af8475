import type { KernelNode, PrepareHost, Region } from "@thimble/core";
import { clamp } from "../arithmetic/clamp.ts";
import { quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier, roundingDivideByPOT } from "../arithmetic/requantize.ts";
import { prepareTableS8 } from "./table-s8.ts";

/** Integer bits of the fixed-point argument: it reaches from −16 to 16. */
const INTEGER_BITS = 4;

/**
 * The table of a function that saturates on both sides: the argument is brought to Q4.27, the result of `f`, Q0.31,
 * rounded to the output's `fractionalBits`. Beyond ±15 the output is the least or the greatest int8.
 */
export function prepareSigmoidalS8(
  node: KernelNode,
  host: PrepareHost,
  f: (argument: number, integerBits: number) => number,
  { fractionalBits, zeroPoint }: { readonly fractionalBits: number; readonly zeroPoint: number },
): Region<"int8"> {
  const input = node.input(0);
  const { multiplier, shift } = quantizeMultiplier(input.scale * 2 ** (31 - INTEGER_BITS));
  const radius = Math.floor(((2 ** INTEGER_BITS - 1) * 2 ** (31 - INTEGER_BITS)) / 2 ** shift);
  return prepareTableS8(host, (stored) => {
    const centered = stored - input.zeroPoint;
    if (centered <= -radius) return -128;
    if (centered >= radius) return 127;
    const result = f(multiplyByQuantizedMultiplier(centered, multiplier, shift), INTEGER_BITS);
    return clamp(roundingDivideByPOT(result, 31 - fractionalBits) + zeroPoint, -128, 127);
  });
}
