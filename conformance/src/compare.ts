import type { Tensor, TypedArray } from "@thimble/core";
import { integerTolerance } from "./tolerance.ts";
import { positionOf, type Whereabouts, whereabouts } from "./whereabouts.ts";

/** The first element in which an output differs from what was expected. */
export interface Difference {
  /** Which output of the model. */
  readonly output: number;
  /** Its name in the model. */
  readonly tensor: string;
  /** Where in the tensor, one index a dimension. */
  readonly position: readonly number[];
  readonly expected: number;
  readonly actual: number;
  /** How many of the tensor's elements differ, and by how much at most. */
  readonly count: number;
  readonly size: number;
  readonly largest: number;
  readonly shape: readonly number[];
  /** Which elements differ; left out where there are no elements to compare, and where a report has enough of them. */
  readonly where?: Whereabouts;
}

const isFloat = (tensor: Tensor): boolean => tensor.type === "float32" || tensor.type === "float64";

/** Bytes of any alignment as elements of the same kind as `like`. */
function elementsLike(like: TypedArray, bytes: Uint8Array): TypedArray {
  const View = like.constructor as new (buffer: ArrayBuffer) => TypedArray;
  return new View(bytes.slice().buffer as ArrayBuffer);
}

type Element = number | bigint;

/** 0 for the same number, or both not a number; greater than 0 for any two others, however close as doubles. */
export function distance(a: Element, b: Element): number {
  if (Object.is(a, b) || a === b) return 0;
  const difference = Math.abs(Number(a) - Number(b));
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference || Number.MIN_VALUE;
}

/** Smaller floats have fewer digits: their steps are as large as this one's. */
const SMALLEST_NORMAL = 2 ** -126;

const largestMagnitude = (values: TypedArray): number => {
  let largest = 0;
  for (const value of values) if (Number.isFinite(Number(value))) largest = Math.max(largest, Math.abs(Number(value)));
  return largest;
};

/** How close an output has to come. */
export interface Closeness {
  /** Of floats, relative to the largest magnitude that is expected. */
  readonly tolerance: number;
  /** Of the sums from which floats come, where it is known: sums that cancel are no closer than that lets them be. */
  readonly magnitude?: number;
  /** Whether integers have to be equal; otherwise they may be {@link integerTolerance} apart. Default is true. */
  readonly isExact?: boolean;
}

/** Holds an output against the expected bytes. Returns the first difference, or `undefined`. */
export function compareOutput(
  tensor: Tensor,
  output: number,
  expectedBytes: Uint8Array,
  { tolerance, magnitude = 0, isExact = true }: Closeness,
): Difference | undefined {
  const actual = tensor.data;
  const base = { output, tensor: tensor.name, size: actual.length, shape: tensor.shape };
  if (expectedBytes.length !== tensor.bytes.length)
    return {
      ...base,
      position: [],
      expected: expectedBytes.length,
      actual: tensor.bytes.length,
      count: actual.length,
      largest: Number.NaN,
    };
  const expected = elementsLike(actual, expectedBytes);
  const allowed = isFloat(tensor)
    ? tolerance * Math.max(magnitude, largestMagnitude(expected), SMALLEST_NORMAL)
    : isExact
      ? 0
      : integerTolerance;
  const distances = Array.from(expected as ArrayLike<Element>, (value, i) => distance(value, actual[i]!));
  const wrong = distances.map((d, i) => (d <= allowed ? -1 : i)).filter((i) => i >= 0);
  const first = wrong[0];
  if (first === undefined) return undefined;
  return {
    ...base,
    position: positionOf(first, tensor.shape),
    expected: Number(expected[first]),
    actual: Number(actual[first]),
    count: wrong.length,
    largest: wrong.reduce((most, i) => Math.max(most, distances[i]!), 0),
    where: whereabouts(wrong, tensor.shape),
  };
}

/** A difference in a line: `output 0 "probs" [0, 3]: expected 12, got 11 (2 of 10 elements differ, by at most 1)`. */
export const formatDifference = ({
  output,
  tensor,
  position,
  expected,
  actual,
  count,
  size,
  largest,
}: Difference): string =>
  position.length === 0 && Number.isNaN(largest)
    ? `output ${output} "${tensor}": expected ${expected} bytes, got ${actual}`
    : `output ${output} "${tensor}" [${position.join(", ")}]: expected ${expected}, got ${actual} (${count} of ${size} elements differ, by at most ${largest})`;
