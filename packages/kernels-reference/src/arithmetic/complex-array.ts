/** Real and imaginary parts in turns: complex number k is at 2k and 2k + 1. A sum that is stored wraps or rounds. */
export type ComplexArray = Int16Array | Int32Array | Float32Array;

/** a[k] = b[l]. */
export function copy(a: ComplexArray, k: number, b: ComplexArray, l: number): void {
  a[2 * k] = b[2 * l]!;
  a[2 * k + 1] = b[2 * l + 1]!;
}

/** a[k] += b[l]. */
export function add(a: ComplexArray, k: number, b: ComplexArray, l: number): void {
  a[2 * k] = a[2 * k]! + b[2 * l]!;
  a[2 * k + 1] = a[2 * k + 1]! + b[2 * l + 1]!;
}

/** a[k] = b[l] − a[k]. */
export function subtractFrom(a: ComplexArray, k: number, b: ComplexArray, l: number): void {
  a[2 * k] = b[2 * l]! - a[2 * k]!;
  a[2 * k + 1] = b[2 * l + 1]! - a[2 * k + 1]!;
}

/** a[k], a[l] = a[k] + a[l], a[k] − a[l]. */
export function addAndSubtract(a: ComplexArray, k: number, l: number): void {
  const real = a[2 * k]!;
  const imaginary = a[2 * k + 1]!;
  const otherReal = a[2 * l]!;
  const otherImaginary = a[2 * l + 1]!;
  a[2 * k] = real + otherReal;
  a[2 * k + 1] = imaginary + otherImaginary;
  a[2 * l] = real - otherReal;
  a[2 * l + 1] = imaginary - otherImaginary;
}

/** a[k], a[l] = b[m] + i b[n], b[m] − i b[n]. */
export function addAndSubtractTurned(
  a: ComplexArray,
  k: number,
  l: number,
  b: ComplexArray,
  m: number,
  n: number,
): void {
  const real = b[2 * m]!;
  const imaginary = b[2 * m + 1]!;
  const turnedReal = b[2 * n + 1]!;
  const turnedImaginary = b[2 * n]!;
  a[2 * k] = real - turnedReal;
  a[2 * k + 1] = imaginary + turnedImaginary;
  a[2 * l] = real + turnedReal;
  a[2 * l + 1] = imaginary - turnedImaginary;
}
