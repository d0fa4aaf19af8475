const { fround } = Math;

/** Area of box i, four numbers each: top, left, bottom, right. */
function areaOf(boxes: Float32Array, i: number): number {
  const height = fround(boxes[4 * i + 2]! - boxes[4 * i]!);
  const width = fround(boxes[4 * i + 3]! - boxes[4 * i + 1]!);
  return fround(height * width);
}

/**
 * Intersection ÷ union of boxes i and j, 0 where one of them is empty. Every step is rounded to float32: what a
 * threshold says of the result decides which boxes remain.
 */
export function boxOverlap(boxes: Float32Array, i: number, j: number): number {
  const areaI = areaOf(boxes, i);
  const areaJ = areaOf(boxes, j);
  if (areaI <= 0 || areaJ <= 0) return 0;
  const top = Math.max(boxes[4 * i]!, boxes[4 * j]!);
  const left = Math.max(boxes[4 * i + 1]!, boxes[4 * j + 1]!);
  const bottom = Math.min(boxes[4 * i + 2]!, boxes[4 * j + 2]!);
  const right = Math.min(boxes[4 * i + 3]!, boxes[4 * j + 3]!);
  const intersection = fround(Math.max(fround(bottom - top), 0) * Math.max(fround(right - left), 0));
  return fround(intersection / fround(fround(areaI + areaJ) - intersection));
}
