/**
 * Matrix times vector: adds to sums[at + r] the products of row r of `matrix` with a stretch of `vector`, each element
 * of which is raised by `offset` first. Sums wrap at 32 bits.
 *
 * Four rows at a time share each element that is read from the vector.
 */
export function accumulateRowsS8(
  sums: Int32Array,
  at: number,
  rows: number,
  matrix: Int8Array,
  firstRow: number,
  rowStep: number,
  vector: Int8Array,
  start: number,
  length: number,
  offset: number,
): void {
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const m0 = firstRow + row * rowStep;
    const m1 = m0 + rowStep;
    const m2 = m1 + rowStep;
    const m3 = m2 + rowStep;
    let sum0 = sums[at + row]!;
    let sum1 = sums[at + row + 1]!;
    let sum2 = sums[at + row + 2]!;
    let sum3 = sums[at + row + 3]!;
    for (let i = 0; i < length; i++) {
      const x = vector[start + i]! + offset;
      sum0 = (sum0 + Math.imul(matrix[m0 + i]!, x)) | 0;
      sum1 = (sum1 + Math.imul(matrix[m1 + i]!, x)) | 0;
      sum2 = (sum2 + Math.imul(matrix[m2 + i]!, x)) | 0;
      sum3 = (sum3 + Math.imul(matrix[m3 + i]!, x)) | 0;
    }
    sums[at + row] = sum0;
    sums[at + row + 1] = sum1;
    sums[at + row + 2] = sum2;
    sums[at + row + 3] = sum3;
  }
  for (; row < rows; row++) {
    const m = firstRow + row * rowStep;
    let sum = sums[at + row]!;
    for (let i = 0; i < length; i++) sum = (sum + Math.imul(matrix[m + i]!, vector[start + i]! + offset)) | 0;
    sums[at + row] = sum;
  }
}
