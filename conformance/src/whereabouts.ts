/** Where in a tensor some of its elements lie. Bounded, however many they are. */
export interface Whereabouts {
  /** The elements in memory's order: first elements of stretches, each followed by the stretch's length. */
  readonly stretches: readonly number[];
  /** Whether there are more stretches than these. */
  readonly isCut: boolean;
  /** For each dimension how many of the elements lie at each index, or in each of equal parts of the indices. */
  readonly along: readonly (readonly number[])[];
}

const MOST_STRETCHES = 200;
const MOST_PARTS = 64;

/** The place of an element, one index a dimension. */
export function positionOf(index: number, shape: readonly number[]): number[] {
  const position = new Array<number>(shape.length).fill(0);
  let rest = index;
  for (let i = shape.length - 1; i >= 0; i--) {
    position[i] = rest % shape[i]!;
    rest = Math.floor(rest / shape[i]!);
  }
  return position;
}

/** Describes where elements lie, given in ascending order. */
export function whereabouts(elements: readonly number[], shape: readonly number[]): Whereabouts {
  const stretches: number[] = [];
  const along = shape.map((extent) => new Array<number>(Math.min(extent, MOST_PARTS)).fill(0));
  let isCut = false;
  let previous = Number.NaN;
  for (const element of elements) {
    if (element !== previous + 1) {
      isCut ||= stretches.length === 2 * MOST_STRETCHES;
      if (!isCut) stretches.push(element, 0);
    }
    if (!isCut) stretches[stretches.length - 1]!++;
    previous = element;
    positionOf(element, shape).forEach((at, i) => {
      const parts = along[i]!;
      parts[Math.floor((at * parts.length) / shape[i]!)]!++;
    });
  }
  return { stretches, isCut, along };
}
