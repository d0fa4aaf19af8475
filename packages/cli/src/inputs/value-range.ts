import { type Tensor, ThimbleError } from "@thimble/core";
import { isFloat } from "./store-numbers.ts";

/** The real numbers that a picture's black and its white stand for. */
export type ValueRange = readonly [black: number, white: number];

/** What models are trained on. */
const COMMON: readonly ValueRange[] = [
  [-1, 1],
  [0, 1],
  [0, 255],
];

/** How far the ends may lie from a common range, as a part of its width. */
const TOLERANCE = 0.1;

const LIMITS: Readonly<Record<string, ValueRange>> = { int8: [-128, 127], uint8: [0, 255], int16: [-32768, 32767] };

const distance = ([black, white]: ValueRange, [low, high]: ValueRange): number =>
  Math.max(Math.abs(black - low), Math.abs(white - high)) / (white - black);

/**
 * The range that a picture has for an input: all that its quantization covers, if that is about a common range, so that
 * each of the 256 levels of an 8-bit input is one of the picture; [0, 1] for floats, [0, 255] for bytes without a scale.
 *
 * @throws ThimbleError `INPUT_TYPE` when the quantization suggests none of the common ranges.
 */
export function pictureRange(tensor: Tensor): ValueRange {
  if (isFloat(tensor)) return [0, 1];
  const covered = coveredRange(tensor);
  if (!covered) return [0, 255];
  if (COMMON.some((range) => distance(range, covered) <= TOLERANCE)) return covered;
  throw new ThimbleError(
    "INPUT_TYPE",
    `tensor "${tensor.name}" stands for numbers from ${covered.map((end) => end.toPrecision(4)).join(" to ")}, which does not say what black and white are; give --range BLACK,WHITE`,
  );
}

function coveredRange({ type, quantization }: Tensor): ValueRange | undefined {
  const limits = LIMITS[type];
  if (!quantization || !limits) return undefined;
  const [scale, zeroPoint] = [quantization.scale[0]!, quantization.zeroPoint[0]!];
  return [scale * (limits[0] - zeroPoint), scale * (limits[1] - zeroPoint)];
}
