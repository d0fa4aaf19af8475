import { type TensorType, tensorByteLength } from "@thimble/schema";
import { type Random, seededRandom } from "../seeded-random.ts";
import type { DataHints } from "./graph.ts";

const integer = (random: Random, min: number, max: number): number => min + Math.floor(random() * (max - min + 1));

/** How data is spread: over the whole range, around 0, at both ends or at one end of the range. */
const SPREADS = ["whole", "small", "extreme", "whole", "halves", "end"] as const;

/** What floats are seldom and code often forgets. Squares of the finite ones are finite: sums do not depend on their order by that. */
const SPECIAL: readonly number[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  1e15,
  -1e15,
  1e-40,
];

const RANGES: { readonly [T in TensorType]?: readonly [min: number, max: number] } = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  int64: [-(2 ** 53) + 1, 2 ** 53 - 1],
  bool: [0, 1],
};

type Write = (view: DataView, at: number, value: number) => void;

const WRITERS: { readonly [T in TensorType]?: Write } = {
  int8: (view, at, value) => view.setInt8(at, value),
  uint8: (view, at, value) => view.setUint8(at, value),
  bool: (view, at, value) => view.setUint8(at, value),
  int16: (view, at, value) => view.setInt16(2 * at, value, true),
  int32: (view, at, value) => view.setInt32(4 * at, value, true),
  uint32: (view, at, value) => view.setUint32(4 * at, value, true),
  int64: (view, at, value) => view.setBigInt64(8 * at, BigInt(value), true),
  float32: (view, at, value) => view.setFloat32(4 * at, value, true),
};

type Spread = (typeof SPREADS)[number];

/** Floats: halves lie in the middle between what they are quantized to, where scales are powers of two. */
function nextFloat(random: Random, spread: Spread): number {
  if (spread === "halves") return integer(random, -600, 600) * 2 ** -integer(random, 1, 6);
  if (spread === "end") return random() < 0.3 ? SPECIAL[integer(random, 0, SPECIAL.length - 1)]! : random() * 8 - 4;
  return (random() * 2 - 1) * (spread === "extreme" ? 20 : spread === "whole" ? 4 : 0.5);
}

function nextInteger(random: Random, [min, max]: readonly [number, number], spread: Spread): number {
  if (spread === "end") return max;
  if (spread === "extreme") return random() < 0.5 ? min : max;
  if (spread === "small") return integer(random, Math.max(min, -9), Math.min(max, 9));
  return integer(random, min, max);
}

const next = (random: Random, type: TensorType, spread: Spread): number =>
  type === "float32" ? nextFloat(random, spread) : nextInteger(random, RANGES[type]!, spread);

/**
 * Data for a tensor: the same for the same seed. Types narrower than a byte are filled with random bytes.
 */
export function randomData(
  type: TensorType,
  shape: readonly number[],
  seed: number,
  hints: DataHints = {},
): Uint8Array {
  const random = seededRandom(seed);
  const bytes = new Uint8Array(tensorByteLength(type, shape));
  const write = WRITERS[type];
  if (!write) return bytes.map(() => integer(random, 0, 255));
  const view = new DataView(bytes.buffer);
  const spread = SPREADS[integer(random, 0, SPREADS.length - 1)]!;
  const count = shape.reduce((product, extent) => product * extent, 1);
  const { step } = hints;
  const isStepped = step !== undefined && spread === "halves";
  const any = (): number => next(random, type, hints.isFinite && spread === "end" ? "whole" : spread);
  const value = isStepped ? () => (integer(random, -140, 140) + 0.5) * step : any;
  for (let i = 0; i < count; i++) write(view, i, value());
  return bytes;
}

/**
 * int32 biases: mostly of the size of sums of a few hundred products, sometimes of any size, and sometimes so near the
 * ends of the range that sums pass them.
 */
export function randomBias(length: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const most = integer(random, 0, 15) === 0 ? 2 ** 31 - 1 : 2 ** integer(random, 4, 20);
  const isAtTheEnd = integer(random, 0, 7) === 0;
  const atTheEnd = () => (random() < 0.5 ? -1 : 1) * (2 ** 31 - 1 - integer(random, 0, 3000));
  const value = () => (isAtTheEnd ? atTheEnd() : integer(random, -most, most));
  return new Uint8Array(Int32Array.from({ length }, value).buffer);
}
