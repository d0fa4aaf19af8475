import { hardSwish, type Kernel, type KernelNode, type Region } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "./arithmetic/quantized-multiplier.ts";
import { roundingDivideByPOT } from "./arithmetic/requantize.ts";
import { applyTableS8, prepareTableS8 } from "./shared/table-s8.ts";

const { fround } = Math;

/** Bits by which a centered input goes left, so that 16 bits are used well. */
const HIRES_BITS = 7;
/** Scale at which 3 stands for 2^15. */
const RELUISH_SCALE = fround(3 / 32768);

const toInt16 = (x: number): number => clamp(x, -32768, 32767);

/** ⌊a × b ÷ 2^15⌉ of two int16, half rounded up (gemmlowp's high multiply of 16 bits). */
const roundingHighMul = (a: number, b: number): number =>
  Math.trunc((a * b + (a * b >= 0 ? 1 << 14 : 1 - (1 << 14))) / 32768);

/** a × b ÷ 2^15 of two int16, toward zero; the bias of {@link roundingHighMul} cancels. */
const truncatingHighMul = (a: number, b: number): number =>
  a === -32768 && b === -32768 ? 32767 : Math.trunc((a * b) / 32768);

/** The multiplier with 16 bits. */
const reduce = ({ multiplier, shift }: QuantizedMultiplier): QuantizedMultiplier => ({
  multiplier: multiplier >= 2 ** 31 - 1 - (1 << 15) ? 32767 : (multiplier + (1 << 15)) >> 16,
  shift,
});

interface HardSwishFactors {
  readonly output: QuantizedMultiplier;
  readonly reluish: QuantizedMultiplier;
}

function factorsOf(node: KernelNode<void>): HardSwishFactors {
  const hiresScale = fround(node.input(0).scale / 2 ** HIRES_BITS);
  return {
    output: reduce(quantizeMultiplier(fround(hiresScale / node.output(0).scale))),
    reluish: reduce(quantizeMultiplier(fround(hiresScale / RELUISH_SCALE))),
  };
}

/** (x + 3) / 6 between 0 and 1, Q0.15, of a hires input: all but the last bit of a left shift comes before the factor. */
function reluish(hires: number, { multiplier, shift }: QuantizedMultiplier): number {
  const shifted = shift > 0 ? toInt16(hires * 2 ** (shift - 1)) : hires;
  const scaled = roundingHighMul(shifted, multiplier);
  const value = shift > 0 ? toInt16(scaled * 2) : roundingDivideByPOT(scaled, 0 - shift);
  return (value + (1 << 15)) >> 1;
}

/** int8 hard swish in 16-bit fixed point, from a table. */
export const hardSwishS8: Kernel<void, Region<"int8">> = {
  name: "hard_swish_s8",
  operator: hardSwish,
  types: "int8 -> int8",
  inPlace: [0],
  prepare(node, host) {
    const factors = factorsOf(node);
    const [input, output] = [node.input(0), node.output(0)];
    return prepareTableS8(host, (stored) => {
      const hires = (stored - input.zeroPoint) << HIRES_BITS;
      const product = truncatingHighMul(
        reluish(hires, factors.reluish),
        roundingHighMul(hires, factors.output.multiplier),
      );
      return clamp(roundingDivideByPOT(product, 0 - factors.output.shift) + output.zeroPoint, -128, 127);
    });
  },
  invoke(node, table) {
    applyTableS8(node, table);
  },
};
