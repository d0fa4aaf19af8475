/** Whether element a comes before element b: the greater value first, of equal ones the one that stands first. */
const precedes = (values: Float32Array, start: number, a: number, b: number): boolean => {
  const x = values[start + a]!;
  const y = values[start + b]!;
  return x > y || (x === y && a < b);
};

/** Lets the element at `root` of a heap with the last element on top sink to its place among the first `count`. */
function sink(values: Float32Array, start: number, order: Int32Array, root: number, count: number): void {
  const sinking = order[root]!;
  let at = root;
  for (let child = 2 * at + 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && precedes(values, start, order[child]!, order[child + 1]!)) child++;
    if (!precedes(values, start, sinking, order[child]!)) break;
    order[at] = order[child]!;
    at = child;
  }
  order[at] = sinking;
}

/**
 * Fills `order` with 0 … count − 1 such that values[start + order[i]] falls, equal values in the order in which they
 * stand. A heap sort: it needs no memory of its own.
 */
export function argSortDescending(values: Float32Array, start: number, count: number, order: Int32Array): void {
  for (let i = 0; i < count; i++) order[i] = i;
  for (let root = (count >> 1) - 1; root >= 0; root--) sink(values, start, order, root, count);
  for (let end = count - 1; end > 0; end--) {
    const last = order[0]!;
    order[0] = order[end]!;
    order[end] = last;
    sink(values, start, order, 0, end);
  }
}
