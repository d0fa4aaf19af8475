import type { KernelTensor, SpreadWindow, TransposeConvParams } from "@thimble/core";

/**
 * Moves over the pixels of the output [N, H', W', O] of a transposed convolution and says which inputs reach each of
 * them through which taps. Tap t of input i reaches the output i × stride − padBefore + t, so the taps that reach one
 * output are a stride apart, and one input back for each. Made in prepare, so that invoke allocates nothing:
 *
 *     cursor.rewind();
 *     while (cursor.next()) { … input[cursor.origin − row × cursor.rowStep − column × cursor.columnStep] … }
 */
export class SpreadCursor {
  /** Elements of the input, and of one filter, between reaching rows, and between reaching columns. */
  readonly rowStep: number;
  readonly columnStep: number;
  readonly filterRowStep: number;
  readonly filterColumnStep: number;
  /** Index of the input element, and of the element of the first filter, at row 0 and column 0, channel 0. */
  origin = 0;
  filterOrigin = 0;
  /** What lies inside the input: rows `firstRow` ≤ row < `endRow`, columns `firstColumn` ≤ column < `endColumn`. */
  firstRow = 0;
  endRow = 0;
  firstColumn = 0;
  endColumn = 0;

  readonly #inputHeight: number;
  readonly #inputWidth: number;
  readonly #depth: number;
  readonly #height: SpreadWindow;
  readonly #width: SpreadWindow;
  readonly #outputHeight: number;
  readonly #outputWidth: number;
  readonly #pixels: number;
  #pixel = -1;

  constructor(input: KernelTensor, output: KernelTensor, { height, width }: TransposeConvParams) {
    const [, inputHeight, inputWidth, depth] = input.shape as [number, number, number, number];
    const [batches, outputHeight, outputWidth] = output.shape as [number, number, number, number];
    this.#inputHeight = inputHeight;
    this.#inputWidth = inputWidth;
    this.#depth = depth;
    this.#height = height;
    this.#width = width;
    this.#outputHeight = outputHeight;
    this.#outputWidth = outputWidth;
    this.#pixels = batches * outputHeight * outputWidth;
    this.rowStep = inputWidth * depth;
    this.columnStep = depth;
    this.filterRowStep = height.stride * width.extent * depth;
    this.filterColumnStep = width.stride * depth;
  }

  /** Goes back before the first pixel. */
  rewind(): void {
    this.#pixel = -1;
  }

  /** Goes to the next pixel; false behind the last. */
  next(): boolean {
    if (++this.#pixel >= this.#pixels) return false;
    const x = this.#pixel % this.#outputWidth;
    const row = Math.floor(this.#pixel / this.#outputWidth);
    const y = row % this.#outputHeight;
    this.#enter(Math.floor(row / this.#outputHeight), y + this.#height.padBefore, x + this.#width.padBefore);
    return true;
  }

  /** `top` and `left` count from where the taps of the first input begin. */
  #enter(batch: number, top: number, left: number): void {
    const nearestRow = Math.floor(top / this.#height.stride);
    const nearestColumn = Math.floor(left / this.#width.stride);
    const rowTap = top % this.#height.stride;
    const columnTap = left % this.#width.stride;
    this.origin = ((batch * this.#inputHeight + nearestRow) * this.#inputWidth + nearestColumn) * this.#depth;
    this.filterOrigin = (rowTap * this.#width.extent + columnTap) * this.#depth;
    this.firstRow = Math.max(0, nearestRow - this.#inputHeight + 1);
    this.endRow = Math.min(nearestRow + 1, Math.ceil((this.#height.extent - rowTap) / this.#height.stride));
    this.firstColumn = Math.max(0, nearestColumn - this.#inputWidth + 1);
    this.endColumn = Math.min(nearestColumn + 1, Math.ceil((this.#width.extent - columnTap) / this.#width.stride));
  }
}
