import type { KernelTensor, Window } from "@thimble/core";

/** The first tap of a window at `origin` that lies in the input. */
const firstTap = (window: Window, origin: number): number => (origin >= 0 ? 0 : Math.ceil(-origin / window.dilation));

/** One past the last tap of a window at `origin` that lies in an input of `extent`. */
const endTap = (window: Window, origin: number, extent: number): number =>
  Math.max(0, Math.min(window.extent, Math.ceil((extent - origin) / window.dilation)));

/**
 * Moves a window over an input [N, H, W, C] in the order of the output's pixels, and says at each stop which taps lie
 * inside the input. Made in prepare, so that invoke allocates nothing:
 *
 *     cursor.rewind();
 *     while (cursor.next()) { … cursor.origin + row * cursor.rowStep + column * cursor.columnStep … }
 */
export class WindowCursor {
  /** Elements of the input between taps that are neighbours in a column, and in a row. */
  readonly rowStep: number;
  readonly columnStep: number;
  /** Index of the input element under the first tap, channel 0; outside the input where the first tap is. */
  origin = 0;
  /** Taps inside the input: rows `firstRow` ≤ row < `endRow`, columns `firstColumn` ≤ column < `endColumn`. */
  firstRow = 0;
  endRow = 0;
  firstColumn = 0;
  endColumn = 0;

  readonly #batches: number;
  readonly #inputHeight: number;
  readonly #inputWidth: number;
  readonly #depth: number;
  readonly #height: Window;
  readonly #width: Window;
  #batch = 0;
  #y = 0;
  #x = 0;

  constructor(input: KernelTensor, windows: { readonly height: Window; readonly width: Window }) {
    const [batches, inputHeight, inputWidth, depth] = input.shape as [number, number, number, number];
    this.#batches = windows.height.positions * windows.width.positions === 0 ? 0 : batches;
    this.#inputHeight = inputHeight;
    this.#inputWidth = inputWidth;
    this.#depth = depth;
    this.#height = windows.height;
    this.#width = windows.width;
    this.rowStep = windows.height.dilation * inputWidth * depth;
    this.columnStep = windows.width.dilation * depth;
  }

  /** Goes back before the first position. */
  rewind(): void {
    this.#batch = 0;
    this.#y = 0;
    this.#x = -1;
    this.#enterRow();
  }

  /** Goes to the next position; false behind the last. */
  next(): boolean {
    if (++this.#x === this.#width.positions) {
      this.#x = 0;
      if (++this.#y === this.#height.positions) {
        this.#y = 0;
        this.#batch++;
      }
      this.#enterRow();
    }
    if (this.#batch >= this.#batches) return false;
    const top = this.#y * this.#height.stride - this.#height.padBefore;
    const left = this.#x * this.#width.stride - this.#width.padBefore;
    this.origin = ((this.#batch * this.#inputHeight + top) * this.#inputWidth + left) * this.#depth;
    this.firstColumn = firstTap(this.#width, left);
    this.endColumn = endTap(this.#width, left, this.#inputWidth);
    return true;
  }

  #enterRow(): void {
    const top = this.#y * this.#height.stride - this.#height.padBefore;
    this.firstRow = firstTap(this.#height, top);
    this.endRow = endTap(this.#height, top, this.#inputHeight);
  }
}
