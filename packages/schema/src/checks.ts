import { ThimbleError, type ThimbleErrorCode } from "./error.ts";

/** The error for something in a model that contradicts the format; the empty path is the model's own. */
export function invalid(where: string, message: string, code: ThimbleErrorCode = "MODEL_INVALID"): ThimbleError {
  return new ThimbleError(code, message, { where: where || "model" });
}

/** Fails unless an index is one of `count` things, as in `checkIndex(7, 4, "tensors", "inputs[0]")`. */
export function checkIndex(index: number, count: number, things: string, where: string): void {
  if (index < 0 || index >= count) throw invalid(where, `${index} is not an index into the ${count} ${things}`);
}

/** Fails unless each of a vector's elements is one of `count` things. */
export function checkIndices(indices: readonly number[], count: number, things: string, where: string): void {
  indices.forEach((index, i) => {
    checkIndex(index, count, things, `${where}[${i}]`);
  });
}

/** As `checkIndices`, where -1 stands for none. */
export function checkOptionalIndices(indices: readonly number[], count: number, things: string, where: string): void {
  indices.forEach((index, i) => {
    if (index !== -1) checkIndex(index, count, things, `${where}[${i}]`);
  });
}

/** Fails unless data kept outside the tables lies in the file. */
export function checkOutside(offset: number, size: number, fileSize: number, where: string): void {
  if (offset + size <= fileSize) return;
  const message = `its data ends at byte ${offset + size}, the file has ${fileSize}: it is truncated or corrupt`;
  throw invalid(where, message, "MODEL_TRUNCATED");
}
